package org.casebook.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Language;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/**
 * Participants for later rooms: read them, push the gate's state down, lock and unlock. Each pushed change is told as a
 * fact once; pushing what is already so changes nothing. Not a boundary: whoever calls has passed a door.
 *
 * <p>Every method refuses with {@code not-found} outside the scope, and every change with {@code subject-is-locked}.
 */
@ApplicationScoped
public class Participants {

    @Inject
    private Subjects subjects;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    @Inject
    private Event<TraitsChanged> traits;

    public Participant get(Scope scope, String key) {
        return subjects.get(scope, key).view();
    }

    public Optional<Participant> find(Scope scope, String key) {
        return subjects.find(scope, key).map(Subject::view);
    }

    /** Every participant within the scope, by screening number. */
    public List<Participant> list(Scope scope) {
        return subjects.all(scope).stream().map(Subject::view).toList();
    }

    /** The participant, held against every other writer until the transaction ends. */
    public Participant hold(Scope scope, String key) {
        return subjects.hold(scope, key).view();
    }

    /** The participant; refused when it is locked. */
    public Participant requireOpen(Scope scope, String key) {
        Subject subject = subjects.get(scope, key);
        subject.requireOpen();
        return subject.view();
    }

    /**
     * Records the consent date.
     *
     * @param date site-local date; null when consent is not documented (any more)
     */
    public void consented(Scope scope, String key, LocalDate date) {
        Subject subject = subjects.get(scope, key);
        LocalDate before = subject.gate().consentDate();
        if (!Objects.equals(before, date)) {
            subject.consent(date);
            facts.fire(new ConsentRecorded(subject.scope(), key, before, date));
        }
    }

    /** Records how each criterion stands, all criteria of the study version in its order. */
    public void judged(Scope scope, String key, List<CriterionResult> results) {
        Subject subject = subjects.get(scope, key);
        List<CriterionResult> before = subject.gate().criteria();
        if (!before.equals(results)) {
            subject.judge(results);
            List<EligibilityJudged.Turn> turned = turned(before, results);
            if (!turned.isEmpty()) {
                facts.fire(new EligibilityJudged(subject.scope(), key, turned));
            }
        }
    }

    /**
     * Records the code of each item that decides about the allocation. No fact is told: each code is the value of a form, whose
     * change is told.
     *
     * @param codes by the item's name; those without a code are left out
     */
    public void stratified(Scope scope, String key, Map<String, String> codes) {
        Subject subject = subjects.get(scope, key);
        if (!subject.strata().equals(codes)) {
            subject.stratify(codes);
        }
    }

    /** The code of each item that decides about the allocation, by the item's name, as the forms say it now. */
    public Map<String, String> strata(Scope scope, String key) {
        return subjects.get(scope, key).strata();
    }

    /** Tells that the forms say otherwise than before who the participant is. */
    public void traitsChanged(Scope scope, String key) {
        traits.fire(new TraitsChanged(subjects.get(scope, key).scope(), key));
    }

    /** Records that an investigator signed the eligibility form; a later signature replaces an earlier one. */
    public void eligibilitySigned(Scope scope, String key, String signer, Instant at) {
        Subject subject = subjects.get(scope, key);
        subject.signEligibility(signer, at);
        facts.fire(new EligibilitySigned(subject.scope(), key, signer, at));
    }

    /**
     * Records that a change broke the signature on eligibility; nothing happens when none holds.
     *
     * @param what what changed, in words
     */
    public void eligibilitySignatureBroken(Scope scope, String key, String what) {
        Subject subject = subjects.get(scope, key);
        Gate.EligibilitySignature signature = subject.gate().signature();
        if (subject.breakEligibilitySignature(what, clock.instant())) {
            facts.fire(new EligibilitySignatureBroken(subject.scope(), key, signature.signer(), what));
        }
    }

    /** Records the randomisation number; the arm never comes here. */
    public void randomized(Scope scope, String key, String number, Instant at) {
        Subject subject = subjects.get(scope, key);
        subject.randomize(number, at);
        facts.fire(new SubjectRandomized(subject.scope(), key, number));
    }

    /**
     * Puts the participant where these steps lead, one after the other from where the system itself put him. The caller
     * keeps the steps and tells the fact.
     *
     * @throws StatusDoesNotAllow when one does not lead on from the one before
     */
    public Participant stand(Scope scope, String key, List<Step> steps) {
        return stand(subjects.hold(scope, key), steps);
    }

    /**
     * As {@link #stand}, after recording when treatment was first given.
     *
     * @param date null: none is recorded (any more)
     */
    public Participant treated(Scope scope, String key, LocalDate date, List<Step> steps) {
        Subject subject = subjects.hold(scope, key);
        subject.treat(date);
        return stand(subject, steps);
    }

    private static Participant stand(Subject subject, List<Step> steps) {
        subject.forgetSteps();
        steps.forEach(step -> subject.step(step.status(), step.on(), step.reason(), step.from()));
        return subject.view();
    }

    /**
     * One step that people decided on.
     *
     * @param on date at the site
     * @param from from what the participant withdraws; null where he does not
     */
    public record Step(SubjectStatus status, LocalDate on, String reason, WithdrawalScope from) {}

    /**
     * Puts the participant at another site; all that is his follows in the database. The caller keeps the record of it, without
     * which the database refuses, and tells the fact.
     *
     * @param site number of a site of the same study
     */
    public Participant move(Scope scope, String key, String site) {
        Subject subject = subjects.hold(scope, key);
        subject.move(site);
        subjects.flush();
        return subject.view();
    }

    /** Locks every change of this participant. The caller tells the fact, with its reason. */
    public void lock(Scope scope, String key) {
        subjects.hold(scope, key).lock();
    }

    /** Opens a locked participant again. The caller tells the fact, with its reason. */
    public void unlock(Scope scope, String key) {
        subjects.hold(scope, key).unlock();
    }

    /**
     * Lets nobody be added to the study any more, since it is locked. The caller tells the fact.
     */
    public void closeEnrolment(Scope scope) {
        subjects.closeEnrolment(scope.study(), Admission.STUDY_LOCKED.in(Language.ENGLISH));
    }

    /** Lets participants be added again. The caller tells the fact. */
    public void reopenEnrolment(Scope scope) {
        subjects.reopenEnrolment(scope.study());
    }

    private static List<EligibilityJudged.Turn> turned(List<CriterionResult> before, List<CriterionResult> after) {
        Map<String, CriterionResult> earlier =
                before.stream().collect(Collectors.toMap(CriterionResult::oid, Function.identity()));
        List<EligibilityJudged.Turn> turned = new ArrayList<>();
        for (CriterionResult result : after) {
            CriterionResult old = earlier.get(result.oid());
            CriterionResult.Verdict was = old == null ? null : old.verdict();
            if (was != result.verdict()) {
                turned.add(new EligibilityJudged.Turn(was, result));
            }
        }
        return turned;
    }
}
