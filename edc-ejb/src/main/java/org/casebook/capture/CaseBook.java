package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.rules.Values;
import org.casebook.subject.Participants;

/** The case forms as they stand, for later rooms; and the lock that they push down. */
@ApplicationScoped
public class CaseBook {

    @Inject
    private CaseForms forms;

    @Inject
    private Recording recording;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Participants participants;

    @Inject
    private Consequences consequences;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * @throws org.casebook.kernel.NotFound when there is no such form in the scope
     */
    public FormState get(Scope scope, long formId) {
        return forms.get(scope, formId).toState();
    }

    /** As {@link #get}, and nobody else changes the form until the transaction ends. */
    public FormState hold(Scope scope, long formId) {
        return forms.hold(scope, formId).toState();
    }

    /** Every form and log row of the participant, void ones too, oldest first. */
    public List<FormState> ofSubject(Scope scope, String subject) {
        return forms.ofSubject(scope, subject).stream().map(CaseForm::toState).toList();
    }

    /** Every form and log row in the scope, void ones too, by participant and then oldest first. */
    public List<FormState> of(Scope scope) {
        return forms.list(scope).stream().map(CaseForm::toState).toList();
    }

    /**
     * Stores what a file says of a form's items, by the way by which what people type is stored. An item that is not asked at
     * present takes it all the same and is flagged, since a file does not see what is asked.
     *
     * @param entries with the revisions that {@link #hold} told
     * @throws FormIsClosed when the form is locked, void or declared not done
     * @throws ReasonIsMissing when the form was completed before and an entry has no reason
     */
    public void take(Scope scope, long formId, List<Entry> entries) {
        CaseForm form = forms.hold(scope, formId);
        entries.forEach(entry -> recording.take(form, entry));
    }

    /**
     * Where a form stands from which a participant's data are looked at.
     *
     * @param event OID of the visit; null for rows of a log that stands at none
     * @param row number of the row; null for what is no log
     */
    public record Spot(String event, String form, Integer row) {}

    /**
     * What expressions of a form see of a participant.
     *
     * @param versionId the version whose names are meant; the participant may follow another
     * @param spot null for expressions that belong to no form
     * @param names as expressions call them
     */
    public Values seenFrom(Scope scope, String subject, long versionId, Spot spot, Set<String> names) {
        return surroundings.seenFrom(participants.get(scope, subject).scope(), subject, versionId, spot, names);
    }

    /** Closes the form on every path; refuses when it is closed already. */
    public void lock(Scope scope, long formId, String reason) {
        facts.fire(forms.hold(scope, formId).lock(reason, clock.instant()));
    }

    /** Opens a locked form again; the reason is needed. */
    public void unlock(Scope scope, long formId, String reason) {
        CaseForm form = forms.hold(scope, formId);
        facts.fire(form.unlock(reason, clock.instant()));
        consequences.catchUp(form);
    }
}
