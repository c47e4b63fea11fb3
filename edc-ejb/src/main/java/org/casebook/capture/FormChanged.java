package org.casebook.capture;

import java.util.List;
import java.util.Locale;
import org.casebook.capture.Entry.LeftBlank;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A case form as a whole was started, completed, reopened, declared not done, made void, restored, locked or unlocked.
 *
 * @param place the form and the revision that this made; no item
 * @param before state before; null when the form was started
 * @param after state after
 * @param reason why, in the person's words; null where none is due
 * @param blankBefore why it was left blank as a whole; null when it was not
 * @param blankAfter why it is now
 */
public record FormChanged(
        Scope scope,
        String subject,
        Change.Place place,
        Act act,
        FormState.State before,
        FormState.State after,
        String reason,
        LeftBlank blankBefore,
        LeftBlank blankAfter)
        implements Fact {

    /** What was done to the form. */
    public enum Act {
        STARTED,
        COMPLETED,
        REOPENED,
        NOT_DONE,
        VOIDED,
        /** A void form counts again. */
        RESTORED,
        LOCKED,
        UNLOCKED,
        /** Its rules were applied again after a change of another form that they look at. */
        RULES_APPLIED
    }

    @Override
    public List<Change> changes() {
        String action = "form-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Change state = line(action, before == null ? null : before.name(), after.name());
        return blankBefore == blankAfter
                ? List.of(state)
                : List.of(state, line("form-left-blank", name(blankBefore), name(blankAfter)));
    }

    private Change line(String action, String was, String is) {
        return Change.of(scope, action)
                .withSubject(subject)
                .withPlace(place)
                .withValues(was, is)
                .withReason(reason);
    }

    private static String name(LeftBlank code) {
        return code == null ? null : code.name();
    }

    FormChanged withLeftBlank(LeftBlank was, LeftBlank is) {
        return new FormChanged(scope, subject, place, act, before, after, reason, was, is);
    }

    @Override
    public String origin() {
        return act == Act.RULES_APPLIED ? "rule" : null;
    }
}
