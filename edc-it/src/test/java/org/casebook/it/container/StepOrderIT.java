package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.it.InContainer;
import org.casebook.kernel.Scope;
import org.casebook.schedule.VisitPlan;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.Signing;
import org.casebook.standing.Decision;
import org.casebook.standing.Standing;
import org.casebook.standing.StepIsMissing;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** Consent, eligibility signed, randomisation, treatment, visits after it: no step before its turn, and the missing one named. */
class StepOrderIT extends InContainer {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private CaseBook book;

    @Inject
    private DataCapture capture;

    @Inject
    private VisitPlan visits;

    @Inject
    private Signing signing;

    @Inject
    private Standing standing;

    @Inject
    private Participants participants;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    private Scope site;
    private String subject;

    @Test
    void treatment_waits_for_consent_then_for_randomisation_and_visits_wait_for_treatment() throws Exception {
        open("ORDERTREAT");
        refused(() -> capture.start(site, subject, "SE_DAY0", "INJ"), "informed consent");
        DataCapture.NewRow row = new DataCapture.NewRow(subject, "SE_DAY0", "INJ", "order-1");
        refused(() -> capture.addRowOnce(site, row), "informed consent");
        inTransaction(() -> participants.consented(site, subject, TODAY));
        refused(() -> capture.start(site, subject, "SE_DAY0", "INJ"), "not randomised");
        refused(() -> visits.date(site, subject, "SE_WEEK2", TODAY, null), "counts from the treatment");

        inTransaction(() -> participants.randomized(site, subject, "R-ORDER", Instant.now()));
        long injection = capture.start(site, subject, "SE_DAY0", "INJ");
        refused(() -> visits.date(site, subject, "SE_WEEK2", TODAY, null), "counts from the treatment");
        casework.type(site, injection, "INJYN", "true");
        casework.type(site, injection, "INJDAT", TODAY.minusDays(14).toString());
        assertThat(visits.date(site, subject, "SE_WEEK2", TODAY, null).date()).isEqualTo(TODAY);
    }

    @Test
    void who_was_treated_is_on_treatment_as_long_as_the_forms_say_so_and_decisions_stand() throws Exception {
        open("ORDERTREATED");
        inTransaction(() -> {
            participants.consented(site, subject, TODAY.minusDays(20));
            participants.randomized(site, subject, "R-TREATED", Instant.now());
        });
        long injection = capture.start(site, subject, "SE_DAY0", "INJ");
        casework.type(site, injection, "INJYN", "true");
        assertThat(status()).isEqualTo(SubjectStatus.RANDOMIZED);
        casework.type(site, injection, "INJDAT", TODAY.minusDays(14).toString());
        assertThat(status()).isEqualTo(SubjectStatus.ON_TREATMENT);
        assertThat(standing.get(site, subject).history()).isEmpty();
        assertThat(trail.lines(site, new TrailFilter(subject, null, "subject-status-changed", 0, 9)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.newValue()).isEqualTo("ON_TREATMENT, " + TODAY.minusDays(14));
                    assertThat(line.who().origin()).isEqualTo("rule");
                });

        casework.type(site, injection, "INJDAT", "not a date");
        assertThat(status()).isEqualTo(SubjectStatus.RANDOMIZED);
        standing.change(
                site, subject, new Decision(SubjectStatus.ON_TREATMENT, TODAY.minusDays(14), "By hand.", null, null));
        casework.type(site, injection, "INJDAT", TODAY.minusDays(13).toString());
        assertThat(status()).isEqualTo(SubjectStatus.ON_TREATMENT);
        standing.change(site, subject, new Decision(SubjectStatus.TREATMENT_STOPPED, TODAY, "Allergy.", null, null));
        casework.type(site, injection, "INJDAT", "not a date");
        assertThat(status()).isEqualTo(SubjectStatus.TREATMENT_STOPPED);
        casework.type(site, injection, "INJDAT", TODAY.minusDays(13).toString());
        standing.takeBack(site, subject, "No allergy.");
        standing.takeBack(site, subject, "The form says it.");
        assertThat(status()).isEqualTo(SubjectStatus.ON_TREATMENT);
    }

    private SubjectStatus status() {
        return standing.get(site, subject).participant().status();
    }

    @Test
    void who_gave_treatment_up_keeps_the_visits() throws Exception {
        open("ORDERUP");
        inTransaction(() -> {
            participants.consented(site, subject, TODAY.minusDays(20));
            participants.randomized(site, subject, "R-ORDERUP", Instant.now());
        });
        refused(() -> visits.date(site, subject, "SE_WEEK2", TODAY, null), "treatment stopped");
        standing.change(
                site, subject, new Decision(SubjectStatus.TREATMENT_STOPPED, TODAY, "Allergy found.", null, null));
        assertThat(visits.date(site, subject, "SE_WEEK2", TODAY, null).date()).isEqualTo(TODAY);
    }

    @Test
    void eligibility_is_not_signed_before_consent() {
        open("ORDERSIGN");
        long eligibility = casework.start(site, subject, "SE_SCREEN", "IE");
        casework.complete(site, eligibility);
        trial.as(People.person("investigator-101", "/studies/" + site.study() + "/101/investigator"));
        List<SignableForm.Seen> seen = List.of(
                new SignableForm.Seen(eligibility, book.get(site, eligibility).revision()));
        refused(() -> signing.request(site, seen, Meaning.APPROVAL), "informed consent");
        assertThat(Set.copyOf(signing.ready(site))).isNotEmpty();
    }

    private void open(String study) {
        trial.open(study);
        site = Scope.of(study, "101");
        subject = trial.participant(study, "101");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String missing) {
        assertThatThrownBy(attempt).isInstanceOf(StepIsMissing.class).hasMessageContaining(missing);
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        work.run();
        transaction.commit();
    }
}
