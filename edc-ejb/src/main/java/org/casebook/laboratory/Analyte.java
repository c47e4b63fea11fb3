package org.casebook.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;

/**
 * Something that is measured in a study.
 *
 * @param code as study files and ranges call it
 * @param question what the form asks, where it is asked first
 * @param units symbols of the units that ranges may be in, the standard one first; empty: a number without unit
 * @param sexes codes of the sex that decides about the range; empty: none does
 */
public record Analyte(String code, String question, List<String> units, List<String> sexes) {

    public Analyte {
        units = List.copyOf(units);
        sexes = List.copyOf(sexes);
    }

    /** Whether a range in this unit can be held against its values. */
    boolean takes(String unit) {
        return unit == null ? units.isEmpty() : units.contains(unit);
    }

    /** Whether a range for this sex can be that of a participant. */
    boolean takesSex(String sex) {
        return sex == null || sexes.stream().anyMatch(sex::equalsIgnoreCase);
    }

    /** What the laboratory items of a study measure, in the study's order. */
    static List<Analyte> of(StudyDefinition study) {
        Map<String, Analyte> found = new LinkedHashMap<>();
        for (FormDefinition form : study.forms().values()) {
            form.items().stream()
                    .filter(item -> item.laboratory() != null)
                    .forEach(item -> found.putIfAbsent(
                            item.laboratory().analyte(),
                            new Analyte(
                                    item.laboratory().analyte(),
                                    item.question().text(),
                                    units(study, item),
                                    sexes(study, item.laboratory().sex()))));
        }
        return List.copyOf(found.values());
    }

    /** By the item's own name, whatever visit or form stands before it. */
    private static List<String> sexes(StudyDefinition study, String name) {
        if (name == null) {
            return List.of();
        }
        String own = name.substring(name.lastIndexOf('.') + 1);
        return study.forms().values().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> item.nameInExpressions().equals(own))
                .flatMap(item -> item.shape().codes().stream())
                .distinct()
                .toList();
    }

    private static List<String> units(StudyDefinition study, ItemDefinition item) {
        List<String> symbols = new ArrayList<>();
        if (item.unit() != null) {
            symbols.add(item.unit().symbol());
            study.units().values().stream()
                    .filter(unit -> item.unit().oid().equals(unit.standard()))
                    .map(StudyDefinition.Unit::symbol)
                    .filter(symbol -> !symbols.contains(symbol))
                    .forEach(symbols::add);
        }
        return symbols;
    }
}
