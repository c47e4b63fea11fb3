package org.casebook.definition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebook.odm.Offset;

/**
 * A visit, or a log that stays open for the whole study (ODM {@code StudyEventDef}).
 *
 * @param epochOid the epoch it belongs to; null for logs and unscheduled visits
 * @param order place in the schedule, starting at 1
 * @param forms the forms filled at this event, in order
 * @param timing when a scheduled event is due; null for the event others are counted from, logs and unscheduled events
 * @param armOid the one arm whose participants have it, so that having it tells the arm; null: participants of every arm
 * @param gate OIDs of the conditions that hold before treatment may be recorded here, in order
 * @param repeats whether it may take place again for one participant (ODM {@code Repeating}); a log never does
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
        List<String> gate,
        boolean repeats) {

    public EventDefinition {
        forms = List.copyOf(forms);
        gate = List.copyOf(gate);
    }

    /**
     * Which time an event takes place for one participant. What refers to an event refers to one occurrence of it: the first
     * goes by the event's OID, each later one by the OID, a tilde, which no OID has, and its number ({@code SE_UNSCH~2}).
     *
     * @param event OID as the study plans it
     * @param number from 1 to {@value #MOST}
     */
    public record Occurrence(String event, int number) {

        /** How often one event can take place for one participant. */
        public static final int MOST = 99;

        private static final Pattern LATER = Pattern.compile("([^~]+)~([2-9]|[1-9][0-9])");

        /**
         * What such a reference refers to.
         *
         * @param reference an event as it is stored; what is no later occurrence is the first of what it names
         */
        public static Occurrence of(String reference) {
            Matcher later = LATER.matcher(reference);
            return later.matches()
                    ? new Occurrence(later.group(1), Integer.parseInt(later.group(2)))
                    : new Occurrence(reference, 1);
        }

        public boolean isFirst() {
            return number == 1;
        }

        /** As it is stored, and stands in addresses. */
        public String reference() {
            return isFirst() ? event : event + "~" + number;
        }
    }

    /** Which occurrence this is. */
    public Occurrence occurrence() {
        return Occurrence.of(oid);
    }

    /** OID of the event as the study plans it, whichever occurrence this is. */
    public String plannedOid() {
        return occurrence().event();
    }

    /**
     * The same event when it takes place once more: a visit out of plan, with the same forms, for the same arm.
     *
     * @param number from 1; the first is this event itself
     */
    EventDefinition occurrence(int number) {
        return number == 1
                ? this
                : new EventDefinition(
                        new Occurrence(oid, number).reference(),
                        name.with(" " + number),
                        description,
                        Kind.UNSCHEDULED,
                        epochOid,
                        order,
                        forms,
                        null,
                        armOid,
                        gate,
                        repeats);
    }

    /**
     * The next occurrence that can be recorded; empty when there is none, or as long as the schedule has a place for it.
     *
     * @param recorded references of the visits that were recorded
     */
    public Optional<EventDefinition> next(Collection<String> recorded) {
        int last = recorded.stream()
                .map(Occurrence::of)
                .filter(visit -> visit.event().equals(oid))
                .mapToInt(Occurrence::number)
                .max()
                .orElse(0);
        boolean more = last == 0 ? kind == Kind.UNSCHEDULED : repeats && !isLog() && last < Occurrence.MOST;
        return more ? Optional.of(occurrence(last + 1)) : Optional.empty();
    }

    /** How an event comes about. */
    public enum Kind {
        /** Planned by the schedule; where it repeats, only its first occurrence is. */
        SCHEDULED,
        /** Added by the site when it happens. */
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
     * The times of day by which a window in hours is judged to the minute, once both are known.
     *
     * @param anchorFormOid with {@code anchorItemOid}: the time item that belongs to day 0, at the anchor event; both null where
     *     the anchor tells its time itself (a date with time, or randomisation)
     * @param formOid form at the event itself on which the time item lies that says at what time of its date it took place
     */
    public record Clock(String anchorFormOid, String anchorItemOid, String formOid, String itemOid) {}

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
     * @param clock by which items the window is judged by the hour; null: by the days on which it can fall
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
            boolean fromRandomization,
            Clock clock) {

        /** Whether day 0 is the value of a date item and not the date of a visit. */
        public boolean isAnchoredOnItem() {
            return anchorItemOid != null;
        }

        /** Whether any length is written in hours. */
        public boolean hasHours() {
            return target.hours() != 0 || before.hours() != 0 || after.hours() != 0;
        }

        /** Whether hours count that are no whole days; by day it is judged by the days on which it can fall. */
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
