package org.casebook.subject;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/** The screening log: who was added, and who takes part. */
@Stateless
public class Enrolment {

    @Inject
    private Subjects subjects;

    @Inject
    private Admission admission;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    /**
     * Adds a participant to the screening log of a site and gives the next screening number, for example {@code
     * 101-001}. Numbers of a site have no gaps and are never given twice.
     *
     * @param place one site; refused when it is not active or enrolment is closed
     */
    @Allowed(Permission.ENROL)
    public Participant add(Scope place) {
        return admission.admit(place);
    }

    /**
     * As {@link #add(Scope)}; the same key again gives the participant that it added.
     *
     * @param key chosen by the sender, unique for this request, at most 64 characters; null or blank: none
     * @throws RequestKeyIsUsed when the key came for another site, or from another person
     */
    @Allowed(Permission.ENROL)
    public Participant add(Scope place, String key) {
        if (key == null || key.isBlank() || place.wholeStudy()) {
            return admission.admit(place);
        }
        AddRequest request = new AddRequest(place, key, actor.get().id());
        return subjects.answered(request, clock.instant())
                .map(subject -> subjects.get(place, subject).view())
                .orElseGet(() -> {
                    Participant added = admission.admit(place);
                    subjects.remember(request, added.key());
                    return added;
                });
    }

    /** Participants within the scope, by screening number. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<Participant> list(Scope scope, SubjectFilter filter) {
        return subjects.list(scope, filter).stream().map(Subject::view).toList();
    }

    /** How many participants the filter finds, on all pages together. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public long count(Scope scope, SubjectFilter filter) {
        return subjects.count(scope, filter);
    }

    @Allowed(Permission.VIEW_SUBJECTS)
    public Participant get(Scope scope, String subject) {
        return subjects.get(scope, subject).view();
    }
}
