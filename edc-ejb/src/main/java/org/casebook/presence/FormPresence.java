package org.casebook.presence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.FormState;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

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
        return stay(book.get(scope, formId), window);
    }

    /** As {@link #stay}, at the form of a seat, begun or not: who waits before an empty form meets who has begun it. */
    @Allowed(Permission.VIEW_DATA)
    public Company stay(Scope scope, DataCapture.Seat seat, String window) {
        return stay(book.get(scope, seat), window);
    }

    private Company stay(FormState form, String window) {
        Actor person = actor.get();
        Instant now = clock.instant();
        attendance.stay(chair(form), known(window), person.id(), person.fullName(), now);
        return new Company(form.id(), form.revision(), attendance.others(chair(form), window, person.id(), now));
    }

    /** Says that the window is closed. */
    @Allowed(Permission.VIEW_DATA)
    public void leave(Scope scope, long formId, String window) {
        leave(book.get(scope, formId), window);
    }

    /** As {@link #leave}, at the form of a seat. */
    @Allowed(Permission.VIEW_DATA)
    public void leave(Scope scope, DataCapture.Seat seat, String window) {
        leave(book.get(scope, seat), window);
    }

    private void leave(FormState form, String window) {
        attendance.leave(chair(form), known(window), actor.get().id());
        attendance.sweep(clock.instant());
    }

    /**
     * Who else is in a form.
     *
     * @param form its id; 0 while it is not begun
     * @param revision of the form, which tells the page whether it shows the latest
     */
    public record Company(long form, long revision, List<Present> others) {

        public Company {
            others = List.copyOf(others);
        }
    }

    /** A form that is begun while people are at it stays the same to them; a void one is none of its seat any more. */
    private static String chair(FormState form) {
        boolean seated = form.event() != null && form.row() == null && form.state() != FormState.State.VOID;
        return seated
                ? String.join("\n", form.study(), form.subject(), form.event(), form.form())
                : String.valueOf(form.id());
    }

    private static String known(String window) {
        if (window == null || window.isBlank() || window.length() > LONGEST_WINDOW) {
            throw new Invalid(Sentence.of("presence", "noWindow"));
        }
        return window;
    }
}
