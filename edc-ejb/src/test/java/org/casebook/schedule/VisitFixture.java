package org.casebook.schedule;

import java.util.List;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Kind;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.definition.TranslatedText;

/** Visits that a study plans. */
final class VisitFixture {

    private VisitFixture() {}

    /** The second one of its study, called by its OID. */
    static EventDefinition scheduled(String oid, Timing timing) {
        return new EventDefinition(
                oid,
                TranslatedText.english(oid),
                TranslatedText.NONE,
                Kind.SCHEDULED,
                "EP",
                2,
                List.of(),
                timing,
                null,
                List.of(),
                false);
    }
}
