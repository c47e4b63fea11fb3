package org.casebook.outcome;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.veil.Veil;

/** What a study measures and when, as far as whoever asks may know it. */
record OutcomePlan(StudyDefinition study, Veil veil) {

    /** The visits at which any of the items is asked, in the study's order. */
    List<TimePoint> points(List<String> items) {
        return visits().filter(event -> seenAt(event).anyMatch(item -> items.contains(item.oid())))
                .map(event -> new TimePoint(event.oid(), event.name().shown()))
                .toList();
    }

    /** The same, after one visit. */
    List<TimePoint> pointsAfter(String baseline, List<String> items) {
        List<String> later = visits().map(EventDefinition::oid)
                .dropWhile(event -> !event.equals(baseline))
                .skip(1)
                .toList();
        return points(items).stream()
                .filter(point -> later.contains(point.event()))
                .toList();
    }

    /** The definitions of a responder, without what would tell of a visit or an item that whoever asks may not know. */
    Stream<ResponseDefinition> responses() {
        return ResponseDefinition.of(study).stream()
                .filter(response -> shows(response.baseline()) && shows(response.initial()))
                .filter(response -> response.rules().stream()
                        .allMatch(rule -> item(rule.item()).isPresent()));
    }

    Optional<ResponseDefinition> response(String oid) {
        return responses().filter(known -> known.oid().equals(oid)).findFirst();
    }

    TimePoint point(String event) {
        return new TimePoint(event, study.event(event).name().shown());
    }

    /** Whether a visit and an item may be told at all. */
    boolean shows(String event) {
        return event == null || !veil.hidesEvent(event);
    }

    Optional<ItemDefinition> item(String oid) {
        return visits().flatMap(this::seenAt)
                .filter(item -> item.oid().equals(oid))
                .findFirst();
    }

    /** Numbers that are asked at two visits or more; what a method computes stands first. */
    List<OutcomeChoices.Choice> scores() {
        Map<String, ItemDefinition> once = new LinkedHashMap<>();
        Map<String, ItemDefinition> again = new LinkedHashMap<>();
        visits().forEach(event -> seenAt(event)
                .filter(item -> item.type().isNumber())
                .collect(Collectors.toMap(ItemDefinition::oid, item -> item, (one, other) -> one, LinkedHashMap::new))
                .forEach((oid, item) -> (once.containsKey(oid) ? again : once).put(oid, item)));
        return again.values().stream()
                .sorted(Comparator.comparing(item -> !item.isDerived()))
                .map(item ->
                        new OutcomeChoices.Choice(item.oid(), item.question().shown()))
                .toList();
    }

    static String unit(ItemDefinition item) {
        return item.unit() == null ? "" : Objects.toString(item.unit().symbol(), "");
    }

    private Stream<EventDefinition> visits() {
        return study.scheduledEvents().stream().filter(event -> !veil.hidesEvent(event.oid()));
    }

    private Stream<ItemDefinition> seenAt(EventDefinition event) {
        return event.forms().stream()
                .map(ref -> veil.shown(study.form(ref.formOid())))
                .flatMap(form -> form.items().stream());
    }
}
