package org.casebook.explanation;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.casebook.capture.FormState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.definition.ItemDefinition;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.kernel.Phrases;
import org.casebook.odm.Offset;
import org.casebook.schedule.Hours;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;

/** Why a visit is planned when it is, due, overdue, early or late. */
final class VisitReasons {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Sight sight;
    private final Phrases phrases;
    private final List<PlannedVisit> plan;
    private final LocalDate randomizedOn;

    /**
     * @param randomizedOn day of randomisation at the site; null before
     */
    VisitReasons(Sight sight, List<PlannedVisit> plan, LocalDate randomizedOn) {
        this.sight = sight;
        this.randomizedOn = randomizedOn;
        this.phrases = sight.phrases();
        this.plan = plan;
    }

    /**
     * @param today the date at the site
     * @param readsData whether entered values may be shown
     */
    Reason of(PlannedVisit visit, LocalDate today, boolean readsData) {
        EventDefinition event = sight.study().event(visit.event());
        Timing timing = event.timing();
        String sentence = phrases.say("visit." + visit.state() + untimed(event, visit), turn(visit));
        List<Input> inputs = new ArrayList<>();
        if (timing != null) {
            inputs.add(anchor(timing, readsData));
        }
        inputs.add(new Input(
                phrases.say("visitTook", visit.name()),
                null,
                Objects.toString(visit.date(), null),
                visit.reason(),
                sight.toVisit(visit.event())));
        if (timing != null && timing.clock() != null) {
            addTimes(inputs, visit, timing, readsData);
        }
        inputs.add(new Input(phrases.say("today"), null, today.toString(), null, null));
        return new Reason(sentence, window(visit.window()), timing == null ? null : counted(timing), inputs);
    }

    /** Where nothing is counted, a visit waits for no date, and no window is open. */
    private static String untimed(EventDefinition event, PlannedVisit visit) {
        if (event.timing() != null) {
            return "";
        }
        return switch (visit.state()) {
            case UNPLANNED -> event.isScheduled() ? ".atTheEnd" : ".free";
            case DUE -> ".free";
            default -> "";
        };
    }

    private String window(Window window) {
        if (window == null) {
            return null;
        }
        Hours hours = window.hours();
        return hours == null
                ? phrases.say(
                        "window",
                        window.planned().toString(),
                        window.earliest().toString(),
                        window.latest().toString())
                : phrases.say(
                        "windowOfHours",
                        minute(hours.planned()),
                        minute(hours.earliest()),
                        minute(hours.latest()),
                        hours.zone().getId());
    }

    private static String minute(ZonedDateTime time) {
        return MINUTE.format(time);
    }

    /** The day on which the visit came into its state, or the minute. */
    private static String turn(PlannedVisit visit) {
        Window window = visit.window();
        if (window == null) {
            return "";
        }
        boolean opening = visit.state() == VisitState.PLANNED || visit.state() == VisitState.EARLY;
        if (visit.timed()) {
            return minute(opening ? window.hours().earliest() : window.hours().latest());
        }
        return (opening ? window.earliest() : window.latest()).toString();
    }

    /** The times by which it is judged; as long as one is missing it is judged by day. */
    private void addTimes(List<Input> inputs, PlannedVisit visit, Timing timing, boolean readsData) {
        EventDefinition.Clock clock = timing.clock();
        if (clock.anchorItemOid() != null) {
            inputs.add(
                    time(new Spot(timing.anchorEventOid(), clock.anchorFormOid(), clock.anchorItemOid()), readsData));
        }
        inputs.add(time(new Spot(visit.event(), clock.formOid(), clock.itemOid()), readsData));
    }

    private Input time(Spot spot, boolean readsData) {
        Input input = captured(spot, readsData);
        return input.value() == null && input.note() == null
                ? new Input(input.question(), input.place(), null, phrases.say("judgedByDay"), input.mend())
                : input;
    }

    private Input anchor(Timing timing, boolean readsData) {
        if (isOfItem(timing)) {
            return anchorItem(timing, readsData);
        }
        if (timing.fromRandomization()) {
            String day = Objects.toString(randomizedOn, null);
            return new Input(phrases.say("randomization"), null, day, null, null);
        }
        PlannedVisit anchor = find(timing.anchorEventOid());
        return new Input(
                phrases.say("visitTook", anchorName(timing)),
                null,
                anchor == null ? null : Objects.toString(anchor.date(), null),
                null,
                sight.toVisit(timing.anchorEventOid()));
    }

    private static boolean isOfItem(Timing timing) {
        return timing.isAnchoredOnItem() && timing.anchorFormOid() != null;
    }

    /** An item of a form at an event, by their OIDs. */
    private record Spot(String event, String form, String item) {}

    private Input anchorItem(Timing timing, boolean readsData) {
        return captured(new Spot(timing.anchorEventOid(), timing.anchorFormOid(), timing.anchorItemOid()), readsData);
    }

    /** An item that the window looks at; entered values only for whoever may see data. */
    private Input captured(Spot spot, boolean readsData) {
        ItemDefinition item = sight.study().item(spot.form(), spot.item());
        Optional<FormState> stands = sight.forms().stream()
                .filter(form -> spot.form().equals(form.form())
                        && spot.event().equals(form.event())
                        && form.state() != FormState.State.VOID)
                .findFirst();
        boolean shown = readsData && (!item.blinded() || sight.unblinded());
        return new Input(
                item.question().in(sight.language()),
                eventName(spot.event()),
                shown ? stands.map(form -> form.item(item.oid()).value()).orElse(null) : null,
                shown ? null : phrases.say("withheld"),
                new Explanation.Mend(
                        sight.subject(), spot.event(), stands.map(FormState::id).orElse(null), item.oid(), null));
    }

    private PlannedVisit find(String event) {
        return plan.stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElse(null);
    }

    private String anchorName(Timing timing) {
        return eventName(timing.anchorEventOid());
    }

    private String eventName(String oid) {
        return sight.study()
                .findEvent(oid)
                .map(event -> event.name().in(sight.language()))
                .orElse(oid);
    }

    private String counted(Timing timing) {
        String from = from(timing);
        String key = timing.target().equals(Offset.NONE)
                ? "countedOn"
                : timing.target().isNegative() ? "countedBefore" : "countedAfter";
        String when =
                key.equals("countedOn") ? phrases.say(key, from) : phrases.say(key, length(timing.target()), from);
        return phrases.say("windowFrom", when, length(timing.before()), length(timing.after()));
    }

    private String from(Timing timing) {
        if (timing.fromRandomization()) {
            return phrases.say("randomization");
        }
        return isOfItem(timing)
                ? sight.study()
                        .item(timing.anchorFormOid(), timing.anchorItemOid())
                        .question()
                        .in(sight.language())
                : anchorName(timing);
    }

    private String length(Offset offset) {
        List<String> parts = new ArrayList<>();
        add(parts, "months", offset.months());
        add(parts, "days", offset.days());
        add(parts, "hours", offset.hours());
        return parts.isEmpty() ? phrases.say("length.none") : String.join(" ", parts);
    }

    private void add(List<String> parts, String unit, int number) {
        if (number != 0) {
            parts.add(phrases.say("length." + unit, Integer.toString(Math.abs(number))));
        }
    }
}
