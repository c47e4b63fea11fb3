package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.query.OpenQueries;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;
import org.casebook.query.QuestionText;
import org.casebook.report.Worklist.Kind;
import org.casebook.signature.LockBook;
import org.casebook.signature.LockOverview;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** What waits for those who review: queries, source verification, the lock. */
@ApplicationScoped
class OversightWork {

    @Inject
    private Participants participants;

    @Inject
    private FormRows forms;

    @Inject
    private OpenQueries queries;

    @Inject
    private LockBook locks;

    @Inject
    private Definitions definitions;

    void find(Whose whose, Actor actor, Groups groups) {
        Scope scope = whose.scope();
        boolean answers = actor.may(Permission.ANSWER_QUERY, scope);
        boolean reviews = actor.may(Permission.CLOSE_QUERY, scope);
        if (answers || reviews) {
            Map<String, StudyDefinition> studies = studies(whose);
            for (QueryView query : queries(whose, studies)) {
                query(query, studies.get(query.place().subject()), answers, groups);
            }
        }
        if (actor.may(Permission.VERIFY, scope)) {
            verify(whose, groups);
        }
        if (actor.may(Permission.LOCK, scope)) {
            lock(whose, groups);
        }
    }

    /**
     * What waits on the study as a whole.
     *
     * @param groups with what was found on the participants
     */
    void findOfStudy(Scope scope, Actor actor, Groups groups) {
        boolean locked = locks.studyLocked(scope);
        if (locked && actor.may(Permission.DOWNLOAD_DATASET, scope)) {
            groups.add(Kind.DATASET_READY, WorkItem.ofSite(scope.site(), null));
        }
        boolean ready = !locked && scope.wholeStudy() && !groups.has(Kind.LOCK_BLOCKED);
        if (ready
                && actor.may(Permission.LOCK, scope)
                && !participants.list(scope).isEmpty()) {
            groups.add(Kind.STUDY_TO_LOCK, WorkItem.ofSite(null, null));
        }
    }

    private List<QueryView> queries(Whose whose, Map<String, StudyDefinition> participants) {
        return whose.isEverybody()
                ? queries.list(whose.scope())
                : participants.keySet().stream()
                        .flatMap(subject -> queries.ofSubject(whose.scope(), subject).stream())
                        .toList();
    }

    private static void query(QueryView query, StudyDefinition study, boolean answers, Groups groups) {
        boolean open = query.state() == QueryState.OPEN;
        if (study == null || open != answers) {
            return;
        }
        String event = query.place().event();
        WorkItem item = WorkItem.ofSubject(
                        query.place().scope().site(), query.place().subject())
                .atVisit(event == null ? null : study.event(event).name().shown())
                .onForm(
                        study.form(query.place().form()).name().shown(),
                        query.place().formId())
                .onItem(query.place().item(), QuestionText.of(query, study));
        groups.add(open ? Kind.QUERY_TO_ANSWER : Kind.QUERY_TO_REVIEW, item);
    }

    private void verify(Whose whose, Groups groups) {
        Scope scope = whose.scope();
        Map<String, StudyDefinition> studies = studies(whose);
        Set<String> required = studies.values().stream()
                .distinct()
                .flatMap(study -> study.forms().values().stream())
                .flatMap(form -> form.items().stream()
                        .filter(item -> item.critical())
                        .map(item -> form.oid() + "/" + item.oid()))
                .collect(Collectors.toSet());
        Map<Long, Integer> waiting = forms.unverified(scope, required, whose.subjects());
        forms.list(scope, whose.subjects()).stream()
                .filter(row -> waiting.containsKey(row.id()))
                .forEach(row -> groups.add(
                        Kind.FORM_TO_VERIFY,
                        SiteWork.item(row, studies.get(row.subject())).times(waiting.get(row.id()))));
    }

    private void lock(Whose whose, Groups groups) {
        List<LockOverview.SubjectLock> subjects = whose.isEverybody()
                ? locks.overview(whose.scope()).subjects()
                : whose.among(participants).stream()
                        .map(participant -> locks.subject(whose.scope(), participant.key()))
                        .toList();
        subjects.stream()
                .flatMap(subject -> subject.blockers().stream())
                .forEach(blocker -> groups.add(
                        Kind.LOCK_BLOCKED,
                        WorkItem.ofSubject(blocker.site(), blocker.subject())
                                .onForm(null, blocker.formId())
                                .saying(blocker.what())));
        subjects.stream()
                .filter(LockOverview.SubjectLock::isReady)
                .forEach(ready -> groups.add(Kind.SUBJECT_TO_LOCK, WorkItem.ofSubject(ready.site(), ready.subject())));
    }

    private Map<String, StudyDefinition> studies(Whose whose) {
        List<Participant> all = whose.among(participants);
        Map<String, StudyDefinition> studies = new TreeMap<>();
        all.forEach(participant -> studies.put(participant.key(), definitions.get(participant.versionId())));
        return studies;
    }
}
