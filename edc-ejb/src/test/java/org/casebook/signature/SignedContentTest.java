package org.casebook.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.monitoring.CasebookFixture;
import org.casebook.veil.Veil;
import org.junit.jupiter.api.Test;

class SignedContentTest {

    private static final Actor VERA = new Actor("v", "investigator-101", "Vera", "Site", "person", Set.of());
    private static final Actor NILS = new Actor("n", "investigator-102", "Nils", "Site", "person", Set.of());
    private static final Map<String, ItemState> ENTERED =
            Map.of("I_NOW", CasebookFixture.typed("55"), "I_SIDE", CasebookFixture.blank("Not asked"));

    private static String hash(Map<String, ItemState> items, StudyDefinition study) {
        FormState form = CasebookFixture.painForm(FormState.State.COMPLETE, items);
        return new SignedContent(form, study, Veil.NONE).sha256(Meaning.REVIEW, VERA);
    }

    private static String hash(Map<String, ItemState> items) {
        return hash(items, CasebookFixture.study());
    }

    @Test
    void the_same_content_has_the_same_hash() {
        assertThat(hash(ENTERED)).isEqualTo(hash(ENTERED)).matches("[0-9a-f]{64}");
    }

    @Test
    void a_value_a_reason_or_a_label_changes_the_hash() {
        String signed = hash(ENTERED);
        assertThat(hash(Map.of("I_NOW", CasebookFixture.typed("56"), "I_SIDE", CasebookFixture.blank("Not asked"))))
                .isNotEqualTo(signed);
        assertThat(hash(Map.of("I_NOW", CasebookFixture.typed("55"), "I_SIDE", CasebookFixture.blank("Refused"))))
                .isNotEqualTo(signed);
        assertThat(hash(ENTERED, CasebookFixture.study("Pain at this moment"))).isNotEqualTo(signed);
    }

    @Test
    void text_and_value_are_told_apart() {
        ItemState asTyped = new ItemState("055", "55", null, null, true, 2, List.of(), false);
        assertThat(hash(Map.of("I_NOW", asTyped))).isNotEqualTo(hash(Map.of("I_NOW", CasebookFixture.typed("55"))));
    }

    @Test
    void meaning_and_person_are_part_of_it() {
        SignedContent content = new SignedContent(
                CasebookFixture.painForm(FormState.State.COMPLETE, ENTERED), CasebookFixture.study(), Veil.NONE);
        assertThat(content.sha256(Meaning.REVIEW, VERA))
                .isNotEqualTo(content.sha256(Meaning.RESPONSIBILITY, VERA))
                .isNotEqualTo(content.sha256(Meaning.REVIEW, NILS));
    }

    @Test
    void hidden_items_and_standing_checks_are_not_part_of_it() {
        ItemState checked = new ItemState("55", "55", null, null, true, 2, List.of("CHK_1"), false);
        assertThat(hash(Map.of("I_NOW", checked, "I_WHY", CasebookFixture.hidden("both"))))
                .isEqualTo(hash(Map.of("I_NOW", CasebookFixture.typed("55"), "I_WHY", CasebookFixture.hidden("else"))));
    }

    @Test
    void what_is_shown_reads_like_the_form() {
        SignedContent content = new SignedContent(
                CasebookFixture.painForm(
                        FormState.State.COMPLETE,
                        Map.of("I_NOW", CasebookFixture.typed("55"), "I_SIDE", CasebookFixture.typed("L"))),
                CasebookFixture.study(),
                Veil.NONE);
        assertThat(content.lines())
                .extracting(SignableForm.Line::question, SignableForm.Line::answer)
                .containsExactly(tuple("Pain now", "55"), tuple("Side", "Left"), tuple("If both, why", ""));
    }
}
