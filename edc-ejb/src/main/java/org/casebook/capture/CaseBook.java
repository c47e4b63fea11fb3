package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/** The case forms as they stand, for later rooms; and the lock that they push down. */
@ApplicationScoped
public class CaseBook {

    @Inject
    private CaseForms forms;

    @Inject
    private Recording recording;

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

    /** Closes the form on every path; refuses when it is closed already. */
    public void lock(Scope scope, long formId, String reason) {
        facts.fire(forms.hold(scope, formId).lock(reason, clock.instant()));
    }

    /** Opens a locked form again; the reason is needed. */
    public void unlock(Scope scope, long formId, String reason) {
        facts.fire(forms.hold(scope, formId).unlock(reason, clock.instant()));
    }
}
