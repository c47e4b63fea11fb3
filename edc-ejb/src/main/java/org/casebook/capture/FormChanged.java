package org.casebook.capture;

import java.util.List;
import java.util.Locale;
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
 */
public record FormChanged(
        Scope scope,
        String subject,
        Change.Place place,
        Act act,
        FormState.State before,
        FormState.State after,
        String reason)
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
        return List.of(Change.of(scope, action)
                .withSubject(subject)
                .withPlace(place)
                .withValues(before == null ? null : before.name(), after.name())
                .withReason(reason));
    }

    @Override
    public String origin() {
        return act == Act.RULES_APPLIED ? "rule" : null;
    }
}
