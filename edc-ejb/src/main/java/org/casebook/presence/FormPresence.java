package org.casebook.presence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/**
 * Who is in a form. Only who may see the form's data learns it, and learns names of people of whom the form's trail may tell
 * the same; nothing of it is stored.
 */
@Stateless
public class FormPresence {

    private static final int LONGEST_WINDOW = 64;

    @Inject
    private Attendance attendance;

    @Inject
    private CaseBook book;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    /**
     * Says that the form is open in this window, and hears who else is there; to be said again every ten seconds.
     *
     * @param window name that the page gave itself, 1 to 64 characters
     * @return how the form stands, and the others, the longest there first
     */
    @Allowed(Permission.VIEW_DATA)
    public Company stay(Scope scope, long formId, String window) {
        FormState form = book.get(scope, formId);
        Actor person = actor.get();
        Instant now = clock.instant();
        attendance.stay(form.id(), known(window), person.id(), person.fullName(), now);
        return new Company(form.revision(), attendance.others(form.id(), window, person.id(), now));
    }

    /** Says that the window is closed. */
    @Allowed(Permission.VIEW_DATA)
    public void leave(Scope scope, long formId, String window) {
        FormState form = book.get(scope, formId);
        attendance.leave(form.id(), known(window), actor.get().id());
        attendance.sweep(clock.instant());
    }

    /**
     * Who else is in a form.
     *
     * @param revision of the form, which tells the page whether it shows the latest
     */
    public record Company(long revision, List<Present> others) {

        public Company {
            others = List.copyOf(others);
        }
    }

    private static String known(String window) {
        if (window == null || window.isBlank() || window.length() > LONGEST_WINDOW) {
            throw new Invalid("The request names no window of 1 to 64 characters. Reload the page.");
        }
        return window;
    }
}
