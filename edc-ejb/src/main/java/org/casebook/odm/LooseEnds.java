package org.casebook.odm;

import org.casebook.rules.Expression;
import org.casebook.rules.ExpressionIsFaulty;

/**
 * What can be told of a file that has faults already and is not understood any further: references that lead nowhere, and
 * expressions that cannot be read.
 */
public final class LooseEnds {

    private final Faults faults;

    private LooseEnds(Faults faults) {
        this.faults = faults;
    }

    /** Notes the loose ends of every study version below the root. */
    public static void check(OdmElement root, Faults faults) {
        root.children("Study").stream()
                .flatMap(study -> study.children("MetaDataVersion").stream())
                .forEach(version -> {
                    new OdmReferences(new OdmIndex(version, faults), faults).check(version);
                    new LooseEnds(faults).requireReadable(version);
                });
    }

    private void requireReadable(OdmElement element) {
        try {
            if (!element.cel().isEmpty()) {
                Expression.requireReadable(element.cel());
            }
        } catch (ExpressionIsFaulty faulty) {
            faults.add(element, "%s", faulty.getMessage());
        }
        element.children().forEach(this::requireReadable);
    }
}
