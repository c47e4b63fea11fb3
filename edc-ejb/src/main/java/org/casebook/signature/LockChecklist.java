package org.casebook.signature;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.capture.FormState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.expectation.ExpectedForms;
import org.casebook.kernel.Sentence;
import org.casebook.monitoring.FormVerification;
import org.casebook.query.QueryView;
import org.casebook.query.QuestionText;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;

/** What still keeps a participant from being locked. */
final class LockChecklist {

    /**
     * What is known about the participant.
     *
     * @param forms every form of the participant, void ones too
     * @param queries those not closed
     * @param verified source data verification of each form
     * @param signed the latest signature of each form that was ever signed, by form id
     * @param collected which forms under a condition are collected
     */
    record Findings(
            List<FormState> forms,
            List<PlannedVisit> visits,
            List<QueryView> queries,
            List<FormVerification> verified,
            Map<Long, SignatureView> signed,
            ExpectedForms.Collected collected) {}

    private final Participant participant;
    private final StudyDefinition study;
    private final Findings findings;
    private final List<Blocker> blockers = new ArrayList<>();

    private LockChecklist(Participant participant, StudyDefinition study, Findings findings) {
        this.participant = participant;
        this.study = study;
        this.findings = findings;
    }

    /** In the order in which it is best worked off; empty when the participant can be locked. */
    static List<Blocker> of(Participant participant, StudyDefinition study, Findings findings) {
        LockChecklist list = new LockChecklist(participant, study, findings);
        list.visits();
        list.forms();
        list.queries();
        list.verification();
        list.signatures();
        list.endOfStudy();
        return List.copyOf(list.blockers);
    }

    private void visits() {
        for (PlannedVisit visit : findings.visits()) {
            VisitState state = visit.state();
            if (state == VisitState.DUE || state == VisitState.OVERDUE || state == VisitState.MISSED) {
                block(Blocker.Kind.VISIT_OPEN, null, visit.event(), null, said("visitOpen", visit.name()));
            }
            if (state.tookPlace()) {
                missingForms(study.event(visit.event()));
            }
        }
    }

    /** A form under a condition may rightly be missing: it counts when the answers say that it is collected. */
    private void missingForms(EventDefinition event) {
        Set<String> present = standing().stream()
                .filter(form -> event.oid().equals(form.event()))
                .map(FormState::form)
                .collect(Collectors.toCollection(HashSet::new));
        for (EventDefinition.FormRef ref : event.forms()) {
            if (findings.collected().expects(event, ref) && !present.contains(ref.formOid())) {
                Sentence what =
                        said("formMissing", shown(study.form(ref.formOid()).name()), shown(event.name()));
                block(Blocker.Kind.FORM_MISSING, null, event.oid(), ref.formOid(), what);
            }
        }
    }

    private void forms() {
        for (FormState form : standing()) {
            if (form.state() == FormState.State.STARTED) {
                block(Blocker.Kind.FORM_NOT_COMPLETE, form, said("notComplete", named(form)));
            }
        }
    }

    private void queries() {
        Map<Long, FormState> byId = findings.forms().stream().collect(Collectors.toMap(FormState::id, form -> form));
        for (QueryView query : findings.queries()) {
            FormState form = byId.get(query.place().formId());
            Serializable where = form == null ? query.place().form() : named(form);
            Serializable question = Sentence.spoken(() -> QuestionText.of(query, study));
            block(Blocker.Kind.OPEN_QUERY, form, said("openQuery", where, question));
        }
    }

    private void verification() {
        for (FormVerification form : findings.verified()) {
            List<FormVerification.Item> due = form.due();
            if (form.form().state() == FormState.State.COMPLETE && !due.isEmpty()) {
                String items = due.stream().map(FormVerification.Item::question).collect(Collectors.joining("; "));
                block(Blocker.Kind.ITEM_NOT_VERIFIED, form.form(), said("notVerified", named(form.form()), items));
            }
        }
    }

    private void signatures() {
        for (FormState form : standing()) {
            SignatureView signature = findings.signed().get(form.id());
            boolean wanted =
                    form.state() == FormState.State.COMPLETE && SigningDesk.wantsSignature(study.form(form.form()));
            if (wanted && (signature == null || !signature.holds())) {
                String why = signature == null ? "notSigned" : "signatureBroken";
                block(Blocker.Kind.FORM_NOT_SIGNED, form, said(why, named(form)));
            }
        }
    }

    private void endOfStudy() {
        FormDefinition end = study.formFor(FormDefinition.Purpose.END_OF_STUDY).orElse(null);
        if (end == null || participant.status() == SubjectStatus.SCREEN_FAILED) {
            return;
        }
        boolean ended = standing().stream()
                .anyMatch(form -> form.form().equals(end.oid()) && form.state() == FormState.State.COMPLETE);
        if (!ended) {
            Sentence what = said("notComplete", said("form", shown(end.name())));
            block(Blocker.Kind.NO_END_OF_STUDY, null, null, end.oid(), what);
        }
    }

    private List<FormState> standing() {
        return findings.forms().stream()
                .filter(form -> form.state() != FormState.State.VOID)
                .toList();
    }

    private Sentence named(FormState form) {
        Serializable name = shown(study.form(form.form()).name());
        if (form.event() == null) {
            return form.row() == null ? said("form", name) : said("row", form.row(), name);
        }
        Serializable visit = shown(study.event(form.event()).name());
        return form.row() == null ? said("formOfVisit", name, visit) : said("rowOfVisit", form.row(), name, visit);
    }

    private static Serializable shown(TranslatedText name) {
        return Sentence.spoken(name::shown);
    }

    private static Sentence said(String phrase, Serializable... parts) {
        return Sentence.of("signature", phrase, parts);
    }

    private void block(Blocker.Kind kind, FormState form, Sentence what) {
        Long id = form == null ? null : form.id();
        blockers.add(new Blocker(
                kind,
                participant.site(),
                participant.key(),
                id,
                form == null ? null : form.event(),
                form == null ? null : form.form(),
                what));
    }

    private void block(Blocker.Kind kind, Long formId, String event, String form, Sentence what) {
        blockers.add(new Blocker(kind, participant.site(), participant.key(), formId, event, form, what));
    }
}
