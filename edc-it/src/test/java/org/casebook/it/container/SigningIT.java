package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormDesk;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Scope;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.SignatureView;
import org.casebook.signature.Signing;
import org.casebook.signature.SigningRefused;
import org.casebook.subject.Enrolment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signatures on forms of the shipped trial. */
class SigningIT extends InContainer {
    private static final String STUDY = "SIGNIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Signatory signatory;

    @Inject
    private Signing signing;

    @Inject
    private FormDesk formDesk;

    @Inject
    private CaseBook book;

    @Inject
    private Enrolment enrolment;

    private String subject;
    private long consent;
    private long eligibility;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
        consent = casework.start(SITE, subject, "SE_SCREEN", "ICF");
        casework.type(SITE, consent, "ICFYN", "true");
        casework.type(SITE, consent, "ICFDAT", "2026-03-01");
        casework.complete(SITE, consent);
        eligibility = casework.start(SITE, subject, "SE_SCREEN", "IE");
    }

    @Test
    void a_batch_is_signed_with_name_time_and_meaning_and_opens_the_gate() {
        casework.complete(SITE, eligibility);
        investigator();
        assertThat(signing.ready(SITE)).extracting(SignableForm::formId).contains(consent, eligibility);
        signatory.sign(SITE, consent, eligibility);
        assertThat(signing.ofForm(SITE, consent)).singleElement().satisfies(signature -> {
            assertThat(signature.signer()).isEqualTo("Test investigator-101");
            assertThat(signature.meaning()).isEqualTo(Meaning.APPROVAL.sentence());
            assertThat(signature.signedAt()).isNotNull();
            assertThat(signature.holds()).isTrue();
            assertThat(signature.formRevision())
                    .isEqualTo(book.get(SITE, consent).revision());
        });
        assertThat(enrolment.get(SITE, subject).gate().eligibilitySigned()).isTrue();
        assertThat(signing.ready(SITE)).extracting(SignableForm::formId).doesNotContain(consent, eligibility);
    }

    @Test
    void a_change_breaks_the_signature_is_named_and_shuts_the_gate() {
        casework.complete(SITE, eligibility);
        investigator();
        signatory.sign(SITE, consent, eligibility);
        casework.type(SITE, consent, "ICFDAT", "2026-03-02");
        SignatureView broken = signing.ofForm(SITE, consent).get(0);
        assertThat(broken.holds()).isFalse();
        assertThat(broken.brokenBy()).contains("2026-03-01").contains("2026-03-02");
        assertThat(signing.ofForm(SITE, eligibility).get(0).holds()).isTrue();

        formDesk.reopen(SITE, eligibility, "A criterion was misread.");
        assertThat(signing.ofForm(SITE, eligibility).get(0).brokenBy()).contains("A criterion was misread.");
        assertThat(enrolment.get(SITE, subject).gate().eligibilitySigned()).isFalse();

        signatory.sign(SITE, consent);
        assertThat(signing.ofForm(SITE, consent))
                .extracting(SignatureView::holds)
                .containsExactly(true, false);
    }

    @Test
    void what_changed_between_review_and_password_is_not_signed() {
        investigator();
        long request = signatory.request(SITE, consent);
        casework.type(SITE, consent, "ICFDAT", "2026-03-03");
        assertThatThrownBy(() -> signatory.confirm(SITE, request))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining("no longer what was shown");
        assertThat(signing.ofForm(SITE, consent)).isEmpty();

        SignableForm.Seen stale = new SignableForm.Seen(consent, 1);
        assertThatThrownBy(() -> signing.request(SITE, List.of(stale), Meaning.REVIEW))
                .isInstanceOf(SigningRefused.class);
    }

    @Test
    void a_request_serves_one_person_once() {
        investigator();
        long request = signatory.request(SITE, consent);
        trial.as(People.person("other-101", "/studies/" + STUDY + "/101/investigator"));
        assertThatThrownBy(() -> signatory.confirm(SITE, request))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining("Test investigator-101");
        investigator();
        signatory.confirm(SITE, request);
        assertThatThrownBy(() -> signatory.confirm(SITE, request)).isInstanceOf(SigningRefused.class);
        assertThat(signing.ofForm(SITE, consent)).hasSize(1);
    }

    @Test
    void whoever_lost_the_right_meanwhile_signs_nothing() {
        investigator();
        long request = signatory.request(SITE, consent);
        trial.as(People.person("investigator-101", "/studies/" + STUDY + "/101/coordinator"));
        assertThatThrownBy(() -> signatory.confirm(SITE, request)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_form_under_work_is_not_signed() {
        investigator();
        SignableForm.Seen started =
                new SignableForm.Seen(eligibility, book.get(SITE, eligibility).revision());
        assertThatThrownBy(() -> signing.request(SITE, List.of(started), Meaning.REVIEW))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining("not complete");
        assertThatThrownBy(() -> signing.request(SITE, List.of(), Meaning.REVIEW))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining("No form was chosen");
    }

    private void investigator() {
        trial.as(People.person("investigator-101", "/studies/" + STUDY + "/101/investigator"));
    }
}
