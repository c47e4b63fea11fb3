package org.casebook.schedule;

import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;

/**
 * An item that windows look at: a date that is day 0, for example the date of injection, or a time by which hours are counted.
 *
 * @param event OID of the event on which the item lies
 * @param form form OID
 * @param item item OID
 */
public record Anchor(String event, String form, String item) {

    /** The day of randomisation at the site, which lies on no form. */
    static final Anchor RANDOMIZATION = new Anchor(null, null, null);

    static Optional<Anchor> of(EventDefinition.Timing timing) {
        if (timing != null && timing.fromRandomization()) {
            return Optional.of(RANDOMIZATION);
        }
        return timing != null && timing.isAnchoredOnItem()
                ? Optional.of(new Anchor(timing.anchorEventOid(), timing.anchorFormOid(), timing.anchorItemOid()))
                : Optional.empty();
    }

    /** What tells the time of day 0; empty for windows that are judged by day. */
    static Optional<Anchor> ofTime(EventDefinition.Timing timing) {
        if (timing == null || timing.clock() == null) {
            return Optional.empty();
        }
        EventDefinition.Clock clock = timing.clock();
        return clock.anchorItemOid() == null
                ? of(timing)
                : Optional.of(new Anchor(timing.anchorEventOid(), clock.anchorFormOid(), clock.anchorItemOid()));
    }

    /** What tells at what time of its date a visit took place; empty for windows that are judged by day. */
    public static Optional<Anchor> ofVisitTime(EventDefinition event) {
        return event.timing() == null || event.timing().clock() == null
                ? Optional.empty()
                : Optional.of(new Anchor(
                        event.oid(),
                        event.timing().clock().formOid(),
                        event.timing().clock().itemOid()));
    }

    /** Whether some window of the study counts from this item, or is judged by it. */
    public boolean isUsedBy(StudyDefinition study) {
        return study.events().stream()
                .flatMap(event -> Stream.of(of(event.timing()), ofTime(event.timing()), ofVisitTime(event)))
                .flatMap(Optional::stream)
                .anyMatch(this::equals);
    }
}
