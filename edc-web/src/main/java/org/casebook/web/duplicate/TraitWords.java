package org.casebook.web.duplicate;

import java.util.List;
import java.util.stream.Stream;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;

/** What the study file says tells a person, for those who read it. */
record TraitWords(StudyDefinition study) {

    /** The questions, in the reader's language, parted by commas. */
    String questions() {
        return String.join(
                ", ", items().map(item -> item.question().shown()).distinct().toList());
    }

    /** OIDs of the items. */
    List<String> oids() {
        return items().map(ItemDefinition::oid).distinct().toList();
    }

    private Stream<ItemDefinition> items() {
        return study.forms().values().stream()
                .filter(form -> !form.log())
                .flatMap(form -> form.items().stream())
                .filter(item -> item.role().tellsPerson());
    }
}
