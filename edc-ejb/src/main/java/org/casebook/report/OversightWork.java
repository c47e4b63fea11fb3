package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.query.OpenQueries;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;
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

    void find(Scope scope, Actor actor, Groups groups) {
        boolean answers = actor.may(Permission.ANSWER_QUERY, scope);
        boolean reviews = actor.may(Permission.CLOSE_QUERY, scope);
        if (answers || reviews) {
            Map<String, StudyDefinition> studies = studies(scope);
            for (QueryView query : queries.list(scope)) {
                query(query, studies.get(query.place().subject()), answers, groups);
            }
        }
        if (actor.may(Permission.VERIFY, scope)) {
            verify(scope, groups);
        }
        if (actor.may(Permission.LOCK, scope)) {
            lock(scope, groups);
        }
        if (actor.may(Permission.DOWNLOAD_DATASET, scope) && locks.studyLocked(scope)) {
            groups.add(Kind.DATASET_READY, WorkItem.ofSite(scope.site(), null));
        }
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
                .onItem(query.place().item(), query.text());
        groups.add(open ? Kind.QUERY_TO_ANSWER : Kind.QUERY_TO_REVIEW, item);
    }

    private void verify(Scope scope, Groups groups) {
        Map<String, StudyDefinition> studies = studies(scope);
        Set<String> required = studies.values().stream()
                .distinct()
                .flatMap(study -> study.forms().values().stream())
                .flatMap(form -> form.items().stream()
                        .filter(item -> item.critical())
                        .map(item -> form.oid() + "/" + item.oid()))
                .collect(Collectors.toSet());
        Map<Long, Integer> waiting = forms.unverified(scope, required);
        forms.list(scope, null).stream()
                .filter(row -> waiting.containsKey(row.id()))
                .forEach(row -> groups.add(
                        Kind.FORM_TO_VERIFY,
                        SiteWork.item(row, studies.get(row.subject())).times(waiting.get(row.id()))));
    }

    private void lock(Scope scope, Groups groups) {
        LockOverview overview = locks.overview(scope);
        overview.blockers()
                .forEach(blocker -> groups.add(
                        Kind.LOCK_BLOCKED,
                        WorkItem.ofSubject(blocker.site(), blocker.subject())
                                .onForm(null, blocker.formId())
                                .saying(blocker.what())));
        overview.subjects().stream()
                .filter(LockOverview.SubjectLock::isReady)
                .forEach(ready -> groups.add(Kind.SUBJECT_TO_LOCK, WorkItem.ofSubject(ready.site(), ready.subject())));
        if (overview.isReady() && scope.wholeStudy() && !overview.subjects().isEmpty()) {
            groups.add(Kind.STUDY_TO_LOCK, WorkItem.ofSite(null, null));
        }
    }

    private Map<String, StudyDefinition> studies(Scope scope) {
        List<Participant> all = participants.list(scope);
        Map<String, StudyDefinition> studies = new HashMap<>();
        all.forEach(participant -> studies.put(participant.key(), definitions.get(participant.versionId())));
        return studies;
    }
}
