package org.casebook.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebook.capture.FormState;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.Offset;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.kernel.Phrases;
import org.casebook.schedule.PlannedVisit;

/** Why a visit is planned when it is, due, overdue, early or late. */
final class VisitReasons {

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
        Timing timing = sight.study().event(visit.event()).timing();
        String sentence = phrases.say("visit." + visit.state(), Objects.toString(turn(visit), ""));
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
        inputs.add(new Input(phrases.say("today"), null, today.toString(), null, null));
        String rule = visit.window() == null
                ? null
                : phrases.say(
                        "window",
                        visit.window().planned().toString(),
                        visit.window().earliest().toString(),
                        visit.window().latest().toString());
        return new Reason(sentence, rule, timing == null ? null : counted(timing), inputs);
    }

    /** The day on which the visit came into its state. */
    private static LocalDate turn(PlannedVisit visit) {
        if (visit.window() == null) {
            return null;
        }
        return switch (visit.state()) {
            case PLANNED, EARLY -> visit.window().earliest();
            default -> visit.window().latest();
        };
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

    /** A date item from which is counted; entered values only for whoever may see data. */
    private Input anchorItem(Timing timing, boolean readsData) {
        ItemDefinition item = sight.study().item(timing.anchorFormOid(), timing.anchorItemOid());
        Optional<FormState> stands = sight.forms().stream()
                .filter(form -> timing.anchorFormOid().equals(form.form())
                        && timing.anchorEventOid().equals(form.event())
                        && form.state() != FormState.State.VOID)
                .findFirst();
        boolean shown = readsData && (!item.blinded() || sight.unblinded());
        return new Input(
                item.question().in(sight.language()),
                anchorName(timing),
                shown ? stands.map(form -> form.item(item.oid()).value()).orElse(null) : null,
                shown ? null : phrases.say("withheld"),
                new Explanation.Mend(
                        sight.subject(),
                        timing.anchorEventOid(),
                        stands.map(FormState::id).orElse(null),
                        item.oid(),
                        null));
    }

    private PlannedVisit find(String event) {
        return plan.stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElse(null);
    }

    private String anchorName(Timing timing) {
        return sight.study()
                .findEvent(timing.anchorEventOid())
                .map(event -> event.name().in(sight.language()))
                .orElse(timing.anchorEventOid());
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
