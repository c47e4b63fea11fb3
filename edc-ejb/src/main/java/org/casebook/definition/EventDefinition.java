package org.casebook.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A visit, or a log that stays open for the whole study (ODM {@code StudyEventDef}).
 *
 * @param epochOid the epoch it belongs to; null for logs and unscheduled visits
 * @param order place in the schedule, starting at 1
 * @param forms the forms filled at this event, in order
 * @param timing when a scheduled event is due; null for the event others are counted from, logs and unscheduled events
 * @param armOid the one arm whose participants have it, so that having it tells the arm; null: participants of every arm
 * @param gate OIDs of the conditions that hold before treatment may be recorded here, in order
 */
public record EventDefinition(
        String oid,
        TranslatedText name,
        TranslatedText description,
        Kind kind,
        String epochOid,
        int order,
        List<FormRef> forms,
        Timing timing,
        String armOid,
        List<String> gate) {

    public EventDefinition {
        forms = List.copyOf(forms);
        gate = List.copyOf(gate);
    }

    /** How an event comes about. */
    public enum Kind {
        /** Planned by the schedule, once for each participant. */
        SCHEDULED,
        /** Added by the site when it happens, any number of times. */
        UNSCHEDULED,
        /** Not a visit: its log forms collect rows through the whole study. */
        LOG
    }

    /**
     * A form at this event.
     *
     * @param mandatory whether the event is complete only with this form
     * @param conditionOid collection exception condition: when it is true, the form is <em>not</em> collected; null: always
     *     collected
     */
    public record FormRef(String formOid, boolean mandatory, String conditionOid) {}

    /** What happens when a visit date lies outside its window. */
    public enum OutsideWindow {
        /** The window only plans: a date outside it is accepted in silence and is no deviation. */
        OFF,
        /** The date is accepted with a warning. */
        WARN,
        /** The date is accepted with a reason only. */
        REASON
    }

    /** What becomes of the windows when the anchor event is skipped (not done). */
    public enum SkippedAnchor {
        /** No window: the event cannot be planned until there is an anchor. */
        UNPLANNED,
        /** The planned date of the skipped event stands in for its real date. */
        PLANNED_DATE
    }

    /**
     * When an event is due, counted from an anchor. Day 0 is the anchor's date.
     *
     * @param anchorEventOid the event whose date is day 0; with {@code anchorItem} the event on which that item lies
     * @param anchorFormOid with {@code anchorItemOid}: the date item that is day 0 (for example the date of injection);
     *     null: the event's own date counts
     * @param anchorItemOid see {@code anchorFormOid}
     * @param target from the anchor to the planned time; may be negative
     * @param before how far the window reaches before the planned time; not negative
     * @param after how far the window reaches behind the planned time; not negative
     * @param fromRandomization whether day 0 is the day of randomisation at the site, whichever visit that is; then neither
     *     form nor item is named, and skipping a visit changes nothing
     */
    public record Timing(
            String anchorEventOid,
            String anchorFormOid,
            String anchorItemOid,
            Offset target,
            Offset before,
            Offset after,
            OutsideWindow outside,
            SkippedAnchor skipped,
            boolean fromRandomization) {

        /** Whether day 0 is the value of a date item and not the date of a visit. */
        public boolean isAnchoredOnItem() {
            return anchorItemOid != null;
        }

        /** Whether hours count that are no whole days; the window is judged by day all the same. */
        public boolean isHourly() {
            return target.isHourly() || before.isHourly() || after.isHourly();
        }

        /** The planned date, from the anchor's. */
        public LocalDate planned(LocalDate anchor) {
            return target.earliestFrom(anchor);
        }

        /** The first date in the window; with hours the first that can be in it. */
        public LocalDate earliest(LocalDate anchor) {
            return isHourly()
                    ? target.minus(before).earliestFrom(anchor)
                    : before.negated().earliestFrom(planned(anchor));
        }

        /** The last date in the window; with hours the last that can be in it. */
        public LocalDate latest(LocalDate anchor) {
            return isHourly() ? target.minus(after.negated()).latestFrom(anchor) : after.latestFrom(planned(anchor));
        }
    }

    /** Whether only participants of one arm have it. */
    public boolean isOfOneArm() {
        return armOid != null;
    }

    /**
     * Whether a participant of this arm has it.
     *
     * @param arm OID; null while nobody may know the arm: only what everybody has
     */
    public boolean isFor(String arm) {
        return armOid == null || armOid.equals(arm);
    }

    public boolean isScheduled() {
        return kind == Kind.SCHEDULED;
    }

    public boolean isLog() {
        return kind == Kind.LOG;
    }

    /** OIDs of the conditions that it stands under: those of its forms and of its gate. */
    Stream<String> conditions() {
        return Stream.concat(forms.stream().map(FormRef::conditionOid).filter(Objects::nonNull), gate.stream());
    }

    /** The place of this form at this event; empty when the form is not filled here. */
    public Optional<FormRef> findForm(String formOid) {
        return forms.stream().filter(ref -> ref.formOid().equals(formOid)).findFirst();
    }
}
