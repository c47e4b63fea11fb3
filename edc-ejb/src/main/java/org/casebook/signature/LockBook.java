package org.casebook.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.expectation.ExpectedForms;
import org.casebook.kernel.Scope;
import org.casebook.monitoring.FormVerification;
import org.casebook.monitoring.SourceVerification;
import org.casebook.query.OpenQueries;
import org.casebook.query.QueryView;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** What is locked and what still blocks a lock, for this room and later ones. */
@ApplicationScoped
public class LockBook {

    @Inject
    private Participants participants;

    @Inject
    private CaseBook casebook;

    @Inject
    private Visits visits;

    @Inject
    private OpenQueries queries;

    @Inject
    private SourceVerification source;

    @Inject
    private SignatureBook signatures;

    @Inject
    private Definitions definitions;

    @Inject
    private ExpectedForms expected;

    @Inject
    private StudyLocks locks;

    /** Whether no data of the study can change. */
    public boolean studyLocked(Scope scope) {
        return locks.find(scope).isPresent();
    }

    /** Whether no data of the study can change, and nobody opens it until the transaction ends. */
    public boolean holdStudy(Scope scope) {
        return locks.hold(scope).isPresent();
    }

    public LockOverview overview(Scope scope) {
        Map<String, List<PlannedVisit>> plans = visits.plans(scope);
        Map<String, List<FormState>> forms =
                casebook.of(scope).stream().collect(Collectors.groupingBy(FormState::subject));
        Map<String, List<QueryView>> open = queries.list(scope).stream()
                .collect(Collectors.groupingBy(query -> query.place().subject()));
        Map<String, List<FormVerification>> verified = source.list(scope).stream()
                .collect(Collectors.groupingBy(form -> form.form().subject()));
        Map<Long, SignatureView> signed = signatures.latest(scope);
        List<Participant> everybody = participants.list(scope);
        Map<String, ExpectedForms.Collected> collected = expected.of(scope, everybody);
        List<LockOverview.SubjectLock> subjects = everybody.stream()
                .map(participant -> {
                    String key = participant.key();
                    return subject(
                            participant,
                            new LockChecklist.Findings(
                                    forms.getOrDefault(key, List.of()),
                                    plans.getOrDefault(key, List.of()),
                                    open.getOrDefault(key, List.of()),
                                    verified.getOrDefault(key, List.of()),
                                    signed,
                                    collected.getOrDefault(key, ExpectedForms.Collected.NONE)));
                })
                .toList();
        return new LockOverview(locks.find(scope).map(StudyLock::view).orElse(null), subjects);
    }

    /** How far one participant is from being locked. */
    public LockOverview.SubjectLock subject(Scope scope, String key) {
        Participant participant = participants.get(scope, key);
        Scope place = participant.scope();
        return subject(
                participant,
                new LockChecklist.Findings(
                        casebook.ofSubject(place, key),
                        visits.plan(place, key),
                        queries.ofSubject(place, key),
                        source.ofSubject(place, key),
                        signatures.latest(place, key),
                        expected.of(place, List.of(participant)).getOrDefault(key, ExpectedForms.Collected.NONE)));
    }

    private LockOverview.SubjectLock subject(Participant participant, LockChecklist.Findings findings) {
        List<Blocker> blockers = participant.locked()
                ? List.of()
                : LockChecklist.of(participant, definitions.get(participant.versionId()), findings);
        return new LockOverview.SubjectLock(
                participant.site(), participant.key(), participant.status(), participant.locked(), blockers);
    }
}
