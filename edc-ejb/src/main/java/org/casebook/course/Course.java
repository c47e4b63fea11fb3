package org.casebook.course;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.FormState;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Language;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.rules.Values;
import org.casebook.schedule.Visits;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** One form through the visits of a participant, and the way from form to form. Reads only. */
@Stateless
public class Course {

    @Inject
    private CaseBook caseBook;

    @Inject
    private Definitions definitions;

    @Inject
    private Participants participants;

    @Inject
    private Visits visits;

    @Inject
    private CurrentActor actor;

    /** The forms before and after this one: of visits in the order of the schedule, of a log its rows. */
    @Allowed(Permission.VIEW_DATA)
    public Neighbours neighbours(Scope scope, long formId) {
        return neighbours(scope, caseBook.get(scope, formId));
    }

    /** As {@link #neighbours}, for the form of a seat, begun or not. */
    @Allowed(Permission.VIEW_DATA)
    public Neighbours neighbours(Scope scope, DataCapture.Seat seat) {
        return neighbours(scope, caseBook.get(scope, seat));
    }

    private Neighbours neighbours(Scope scope, FormState here) {
        Participant participant = participants.get(scope, here.subject());
        StudyRules rules = definitions.rules(participant.versionId());
        boolean enters = actor.get().may(Permission.ENTER_DATA, participant.scope()) && !participant.locked();
        return new Way(reader(participant), enters, (event, ref) -> {
                    Set<String> names = new HashSet<>();
                    rules.collectionItems(event).forEach(path -> names.add(path.name()));
                    Values values = caseBook.seenFrom(
                            participant.scope(), participant.key(), participant.versionId(), null, names);
                    return ref.conditionOid() == null
                            || !rules.collected(ref, values).isFalse();
                })
                .around(here);
    }

    /** What the items of this form held at earlier visits, for each item the latest; nothing for rows of logs. */
    @Allowed(Permission.VIEW_DATA)
    public List<EarlierValue> earlier(Scope scope, long formId) {
        return earlier(scope, caseBook.get(scope, formId));
    }

    /** As {@link #earlier}, for the form of a seat, begun or not. */
    @Allowed(Permission.VIEW_DATA)
    public List<EarlierValue> earlier(Scope scope, DataCapture.Seat seat) {
        return earlier(scope, caseBook.get(scope, seat));
    }

    private List<EarlierValue> earlier(Scope scope, FormState here) {
        return reader(participants.get(scope, here.subject())).earlier(here);
    }

    /**
     * One form of a participant at all visits where it was started, beside each other.
     *
     * @throws NotFound when the participant is not within the scope, or its study has no such form at visits
     */
    @Allowed(Permission.VIEW_DATA)
    public FormTable table(Scope scope, String subject, String form) {
        Participant participant = participants.get(scope, subject);
        Reader reader = reader(participant);
        if (reader.study()
                .findForm(form == null ? "" : form)
                .filter(found -> !found.log())
                .isEmpty()) {
            throw new NotFound("form", form, participant.scope());
        }
        return reader.table(subject, form);
    }

    private Reader reader(Participant participant) {
        return new Reader(
                definitions.get(participant.versionId()),
                visits.plan(participant.scope(), participant.key()),
                caseBook.ofSubject(participant.scope(), participant.key()),
                definitions::get,
                actor.get().may(Permission.VIEW_ALLOCATION, participant.scope()),
                Language.ofReader().tag());
    }
}
