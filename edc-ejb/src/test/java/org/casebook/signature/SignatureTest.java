package org.casebook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.capture.FormState;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;
import org.casebook.monitoring.CasebookFixture;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Actor VERA = new Actor("v", "investigator-101", "Vera", "Site", "person", Set.of());
    private static final Actor NILS = new Actor("n", "investigator-102", "Nils", "Site", "person", Set.of());

    private static SigningRequest request() {
        return new SigningRequest(
                Scope.of("TRIAL", "101"),
                Meaning.APPROVAL,
                VERA,
                List.of(new SigningRequest.Shown(7, 3, "abc")),
                CasebookFixture.DAY);
    }

    @Test
    void a_request_is_used_once_and_by_its_person() {
        SigningRequest request = request();
        assertThatThrownBy(() -> request.use(NILS))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining("signed by Vera");
        request.use(VERA);
        assertThatThrownBy(() -> request.use(VERA)).hasMessageContaining("already finished");
    }

    @Test
    void what_is_signed_must_be_what_was_shown() {
        SigningRequest.Shown shown = request().forms().get(0);
        assertThat(shown.matches(3, "abc")).isTrue();
        assertThat(shown.matches(4, "abc")).isFalse();
        assertThat(shown.matches(3, "abd")).isFalse();
    }

    @Test
    void the_first_change_breaks_it_and_all_are_named() {
        FormState form = CasebookFixture.painForm(FormState.State.COMPLETE, Map.of());
        SigningRequest request = request();
        Signature signature = new Signature(request, form, "abc", VERA, CasebookFixture.DAY);
        assertThat(signature.view().holds()).isTrue();
        assertThat(signature.view().meaning()).isEqualTo(Meaning.APPROVAL.sentence());

        assertThat(signature.breakBy("Pain now: “55” became “60”", CasebookFixture.DAY.plusSeconds(60)))
                .isTrue();
        assertThat(signature.breakBy("Side: “L” became empty", CasebookFixture.DAY.plusSeconds(90)))
                .isFalse();
        SignatureView view = signature.view();
        assertThat(view.holds()).isFalse();
        assertThat(view.brokenAt()).isEqualTo(CasebookFixture.DAY.plusSeconds(60));
        assertThat(view.brokenBy().lines()).containsExactly("Pain now: “55” became “60”", "Side: “L” became empty");
        assertThat(view.signer()).isEqualTo("Vera");
    }
}
