package org.casebook.deviation;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A deviation was noticed, recorded, changed, judged, taken back, made void, or counts again.
 *
 * @param place visit and form; no item
 * @param before how it stood; null when it is new
 * @param after how it stands
 * @param reason in the person's words; null where none is due
 */
public record DeviationTurned(
        Scope scope, String subject, Change.Place place, Act act, String before, String after, String reason)
        implements Fact {

    /** What was done. */
    public enum Act {
        NOTICED("deviation-noticed"),
        TAKEN_BACK("deviation-taken-back"),
        RECORDED("deviation-recorded"),
        CHANGED("deviation-changed"),
        WEIGHED("deviation-weighed"),
        VOIDED("deviation-voided"),
        REINSTATED("deviation-reinstated");

        private final String action;

        Act(String action) {
            this.action = action;
        }

        boolean isOfTheSystem() {
            return this == NOTICED || this == TAKEN_BACK;
        }
    }

    static DeviationTurned of(Deviation deviation, Act act, String before, String reason) {
        Change.Place place = new Change.Place(null, null, deviation.event(), deviation.form(), null);
        return new DeviationTurned(
                deviation.scope(), deviation.subject(), place, act, before, deviation.text(), reason);
    }

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, act.action)
                .withSubject(subject)
                .withPlace(place)
                .withValues(before, after)
                .withReason(reason));
    }

    @Override
    public String origin() {
        return act.isOfTheSystem() ? "rule" : null;
    }
}
