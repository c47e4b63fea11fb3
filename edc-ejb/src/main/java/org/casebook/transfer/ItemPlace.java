package org.casebook.transfer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.transfer.SourceSubject.Level;

/**
 * Where an item stands on its form, held against the item groups in which a file gives its value. A file may name the form
 * alone; groups that it names must be those of the study, or those that Casebook's own files put around items without one.
 */
record ItemPlace(StudyDefinition study, FormDefinition form, String item) {

    /** Why the value cannot be taken from there; empty when all is well. */
    Optional<String> fault(List<Level> path) {
        Optional<String> unknown = path.stream()
                .map(Level::oid)
                .filter(oid -> !isKnown(oid))
                .findFirst()
                .map("The study has no item group %s."::formatted);
        String innermost = path.get(path.size() - 1).oid();
        return unknown.isPresent() || study.findForm(innermost).isPresent() || isMade(innermost) || isAt(innermost)
                ? unknown
                : Optional.of(
                        "The item group %s of the form %s has no item %s.".formatted(innermost, form.oid(), item));
    }

    private boolean isKnown(String oid) {
        return study.findForm(oid).isPresent()
                || isMade(oid)
                || sections().anyMatch(section -> oid.equals(section.oid()));
    }

    private Stream<SectionDefinition> sections() {
        return study.forms().values().stream().flatMap(any -> any.sections().stream());
    }

    private boolean isAt(String oid) {
        return form.sections().stream()
                .filter(section -> oid.equals(section.oid()))
                .flatMap(section -> section.items().stream())
                .anyMatch(there -> there.oid().equals(item));
    }

    /** Whether our exports give this name: to a form's items without a group, or to a group that is a form elsewhere. */
    private boolean isMade(String oid) {
        return oid.equals("IG." + form.oid())
                || oid.startsWith(form.oid() + ".ITEMS")
                || oid.matches(".+[.]GROUP\\d*")
                        && study.findForm(oid.substring(0, oid.lastIndexOf('.')))
                                .isPresent();
    }
}
