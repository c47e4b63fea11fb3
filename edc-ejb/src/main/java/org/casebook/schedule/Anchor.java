package org.casebook.schedule;

import java.util.Optional;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;

/**
 * A date item that is day 0 of some windows, for example the date of injection.
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

    /** Whether some window of the study counts from this item. */
    public boolean isUsedBy(StudyDefinition study) {
        return study.events().stream()
                .map(EventDefinition::timing)
                .flatMap(timing -> of(timing).stream())
                .anyMatch(this::equals);
    }
}
