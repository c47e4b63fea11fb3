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
 */
public record Analyte(String code, String question, List<String> units) {

    public Analyte {
        units = List.copyOf(units);
    }

    /** Whether a range in this unit can be held against its values. */
    boolean takes(String unit) {
        return unit == null ? units.isEmpty() : units.contains(unit);
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
                                    item.laboratory().analyte(), item.question().text(), units(study, item))));
        }
        return List.copyOf(found.values());
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
