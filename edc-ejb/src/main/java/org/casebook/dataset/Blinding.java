package org.casebook.dataset;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.casebook.study.FormDefinition;
import org.casebook.study.ItemDefinition;
import org.casebook.study.StudyDefinition;

/**
 * What must not be in a dataset while the study is blinded: items marked as telling the treatment, in data, metadata and
 * history alike. Allocations lie in a schema of their own, which this room cannot read at all.
 */
final class Blinding {

    private final boolean inForce;

    /**
     * @param inForce true until the unblinding of the study is recorded
     */
    Blinding(boolean inForce) {
        this.inForce = inForce;
    }

    /** The items of a form that a dataset may hold, in the form's order. */
    List<ItemDefinition> shown(FormDefinition form) {
        return form.items().stream()
                .filter(item -> !(inForce && item.blinded()))
                .toList();
    }

    boolean shows(StudyDefinition study, String form, String item) {
        return !inForce
                || study.findItem(form, item)
                        .map(definition -> !definition.blinded())
                        .orElse(true);
    }

    /** Names of what is left out, {@code FORM/ITEM}, for the manifest. */
    Set<String> withheld(StudyDefinition study) {
        Set<String> names = new TreeSet<>();
        if (inForce) {
            study.forms()
                    .values()
                    .forEach(form -> form.items().stream()
                            .filter(ItemDefinition::blinded)
                            .forEach(item -> names.add(form.oid() + "/" + item.oid())));
        }
        return names;
    }
}
