package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.FormDesk;
import org.casebook.it.InContainer;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.monitoring.Monitoring;
import org.casebook.query.QueryDesk;
import org.casebook.randomization.Randomization;
import org.casebook.schedule.VisitPlan;
import org.casebook.signature.Blocker;
import org.casebook.signature.Locking;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.Signing;
import org.casebook.signature.StillOpen;
import org.casebook.signature.WrongLock;
import org.casebook.standing.Decision;
import org.casebook.standing.Standing;
import org.casebook.subject.Enrolment;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** Locking a participant and a study: what blocks it, and that nothing passes it afterwards. */
class LockingIT extends InContainer {
    private static final String WHY = "Database lock.";
    private static final Decision FAILED =
            new Decision(SubjectStatus.SCREEN_FAILED, today(), "Not eligible.", null, null);

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Signatory signatory;

    @Inject
    private Locking locking;

    @Inject
    private DataCapture capture;

    @Inject
    private FormDesk formDesk;

    @Inject
    private VisitPlan visits;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Standing standing;

    @Inject
    private Randomization randomization;

    @Inject
    private QueryDesk queries;

    @Inject
    private Monitoring monitoring;

    @Inject
    private Signing signing;

    @Inject
    private CaseBook book;

    private String study;
    private Scope site;
    private String subject;
    private long consent;

    @Test
    void the_checklist_names_what_is_open_until_nothing_is() {
        open("LOCKLISTIT");
        monitor();
        long query = queries.raise(site, consent, "ICFDAT", "Which day?").id();
        assertThat(blockers())
                .contains(
                        Blocker.Kind.OPEN_QUERY,
                        Blocker.Kind.ITEM_NOT_VERIFIED,
                        Blocker.Kind.FORM_NOT_SIGNED,
                        Blocker.Kind.NO_END_OF_STUDY);
        dataManager();
        assertThatThrownBy(() -> locking.lockSubject(site, subject, WHY))
                .isInstanceOf(StillOpen.class)
                .hasMessageContaining(subject);

        settle(query);
        assertThat(blockers()).isEmpty();
        dataManager();
        locking.lockSubject(site, subject, WHY);
        assertThat(enrolment.get(site, subject).locked()).isTrue();
        assertThat(book.get(site, consent).locked()).isTrue();
        assertThatThrownBy(() -> locking.lockSubject(site, subject, WHY)).isInstanceOf(WrongLock.class);
    }

    @Test
    void a_locked_participant_refuses_changes_on_every_path_until_unlocked() {
        open("LOCKPATHIT");
        monitor();
        settle(queries.raise(site, consent, "ICFDAT", "Which day?").id());
        dataManager();
        locking.lockSubject(site, subject, WHY);

        trial.coordinator(study, "101");
        refused("save", () -> casework.type(site, consent, "ICFDAT", "2026-03-02"));
        refused("start a form", () -> capture.start(site, subject, "SE_DAY0", "INJ"));
        refused("add a row", () -> capture.addRow(site, subject, "AE"));
        refused("reopen", () -> formDesk.reopen(site, consent, "Why not."));
        refused("void", () -> formDesk.voidForm(site, consent, "Why not."));
        refused("not done", () -> formDesk.notDone(site, consent, null, "Why not."));
        refused("complete", () -> formDesk.complete(site, consent));
        refused("visit date", () -> visits.date(site, subject, "SE_SCREEN", today(), "Why not."));
        refused("visit not done", () -> visits.notDone(site, subject, "SE_SCREEN", "Why not."));
        refused("plan again", () -> visits.planAgain(site, subject, "SE_SCREEN", "Why not."));
        refused(
                "end",
                () -> standing.change(
                        site, subject, new Decision(SubjectStatus.LOST, today(), "Why not.", null, null)));
        refused("reinstate", () -> standing.takeBack(site, subject, "Why not."));
        investigator();
        refused("randomise", () -> randomization.randomize(site, subject));
        List<SignableForm.Seen> seen =
                List.of(new SignableForm.Seen(consent, book.get(site, consent).revision()));
        refused("sign", () -> signing.request(site, seen, Meaning.REVIEW));
        monitor();
        refused("raise a query", () -> queries.raise(site, consent, "ICFDAT", "Which day?"));
        refused("take a tick back", () -> monitoring.unverify(site, consent, "ICFDAT"));

        dataManager();
        assertThatThrownBy(() -> locking.unlockSubject(site, subject, " ")).isInstanceOf(Refusal.class);
        locking.unlockSubject(site, subject, "A date was wrong.");
        trial.coordinator(study, "101");
        casework.type(site, consent, "ICFDAT", "2026-03-02");
        assertThat(book.get(site, consent).item("ICFDAT").text()).isEqualTo("2026-03-02");
    }

    @Test
    void a_locked_study_takes_nobody_and_unlocks_nobody() {
        open("LOCKSTUDYIT");
        monitor();
        long query = queries.raise(site, consent, "ICFDAT", "Which day?").id();
        dataManager();
        assertThatThrownBy(() -> locking.requestStudyLock(Scope.of(study), WHY)).isInstanceOf(StillOpen.class);
        trial.participant(study, "102");
        trial.coordinator(study, "102");
        standing.change(Scope.of(study, "102"), "102-001", FAILED);
        visits.notDone(Scope.of(study, "102"), "102-001", "SE_END", "Screening failure.");
        settle(query);
        dataManager();
        signatory.lockStudy(Scope.of(study), WHY);
        assertThat(locking.overview(Scope.of(study)).studyLocked()).isTrue();
        assertThat(locking.overview(Scope.of(study)).lockedCount()).isEqualTo(2);
        assertThatThrownBy(() -> locking.unlockSubject(site, subject, "Why not."))
                .isInstanceOf(WrongLock.class);
        trial.coordinator(study, "101");
        refused("add a participant", () -> enrolment.add(site));

        dataManager();
        locking.unlockStudy(Scope.of(study), "A late correction.");
        locking.unlockSubject(site, subject, "A late correction.");
        trial.coordinator(study, "101");
        assertThat(enrolment.add(site).key()).startsWith("101-");
    }

    /** A screening failure with a signed-off consent form still to be verified and signed. */
    private void open(String oid) {
        study = oid;
        site = Scope.of(oid, "101");
        trial.open(oid);
        subject = trial.participant(oid, "101");
        visits.date(site, subject, "SE_SCREEN", today(), null);
        consent = casework.start(site, subject, "SE_SCREEN", "ICF");
        casework.type(site, consent, "ICFYN", "true");
        casework.type(site, consent, "ICFDAT", today().toString());
        casework.complete(site, consent);
    }

    /** Does what the checklist asks for: the rest of the visit not done, query closed, ticks, signature, end. */
    private void settle(long query) {
        trial.coordinator(study, "101");
        for (Blocker blocker : locking.overview(site).blockers()) {
            if (blocker.kind() == Blocker.Kind.FORM_MISSING) {
                long form = casework.start(site, subject, blocker.event(), blocker.form());
                formDesk.notDone(site, form, null, "Screening failure.");
            }
        }
        standing.change(site, subject, FAILED);
        visits.notDone(site, subject, "SE_END", "Screening failure.");
        queries.answer(site, query, "The day on the form.");
        monitor();
        queries.close(site, query, "Seen.");
        monitoring.verifyForm(site, consent, Monitoring.Extent.REQUIRED);
        investigator();
        signatory.sign(site, consent);
    }

    private List<Blocker.Kind> blockers() {
        trial.coordinator(study, "101");
        return locking.overview(site).subjects().stream()
                .filter(row -> row.subject().equals(subject))
                .flatMap(row -> row.blockers().stream())
                .map(Blocker::kind)
                .toList();
    }

    private static void refused(String what, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .as(what)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("locked");
    }

    private void monitor() {
        trial.as(People.person("monitor-" + study, "/studies/" + study + "/all/monitor"));
    }

    private void dataManager() {
        trial.as(People.person("dm-" + study, "/studies/" + study + "/all/data-manager"));
    }

    private void investigator() {
        trial.as(People.person("investigator-101", "/studies/" + study + "/101/investigator"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
}
