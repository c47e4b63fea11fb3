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
 *
 * @param item null where groups are named without any value in them
 */
record ItemPlace(StudyDefinition study, FormDefinition form, String item) {

    /** Why the value cannot be taken from there; empty when all is well. */
    Optional<String> fault(List<Level> path) {
        Optional<String> unknown = unknown(path).map("The study has no item group %s."::formatted);
        String innermost = path.get(path.size() - 1).oid();
        if (unknown.isPresent()) {
            return unknown;
        }
        Optional<String> other =
                path.stream().map(Level::oid).filter(this::isOtherForm).findFirst();
        if (other.isPresent()) {
            return other.map(oid -> "%s is a form of the study, but not one in which %s of %s stands."
                    .formatted(oid, item == null ? "anything" : item, form.oid()));
        }
        if (isForm(innermost) || isMade(innermost) || isAt(innermost)) {
            return Optional.empty();
        }
        return Optional.of(
                item == null
                        ? "The form %s has no item group %s.".formatted(form.oid(), innermost)
                        : "The item group %s of the form %s has no item %s.".formatted(innermost, form.oid(), item));
    }

    private boolean isForm(String oid) {
        return oid.equals(form.oid()) || oid.equals(form.partOf());
    }

    /** Whether another form has this name, which is neither around these items nor a part of theirs. */
    private boolean isOtherForm(String oid) {
        return study.findForm(oid).isPresent()
                && !isForm(oid)
                && form.sections().stream().noneMatch(section -> oid.equals(section.oid()));
    }

    /** The first group that the study does not have. */
    Optional<String> unknown(List<Level> path) {
        return path.stream().map(Level::oid).filter(oid -> !isKnown(oid)).findFirst();
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
                .anyMatch(this::holdsItem);
    }

    private boolean holdsItem(SectionDefinition section) {
        return item == null
                || section.items().stream().anyMatch(there -> there.oid().equals(item));
    }

    /** Whether our exports give this name: to a form's items without a group, or to a group that is a form elsewhere. */
    private boolean isMade(String oid) {
        if (oid.equals("IG." + form.oid())) {
            return true;
        }
        String run = form.oid() + ".ITEMS";
        if (oid.startsWith(run)) {
            return isNumber(oid.substring(run.length()))
                    && form.sections().stream().filter(this::isLoose).anyMatch(this::holdsItem);
        }
        int dot = oid.lastIndexOf(".GROUP");
        return dot > 0
                && isNumber(oid.substring(dot + ".GROUP".length()))
                && study.findForm(oid.substring(0, dot)).isPresent()
                && isAt(oid.substring(0, dot));
    }

    /** The second such name of a form ends in 2; there are no more than the form has sections, and one that was taken. */
    private boolean isNumber(String behind) {
        return behind.isEmpty()
                || behind.matches("[1-9]\\d{0,4}")
                        && Integer.parseInt(behind) >= 2
                        && Integer.parseInt(behind) <= form.sections().size() + 1;
    }

    /** Whether items stand outside any section there, or beside sections that lie in theirs. */
    private boolean isLoose(SectionDefinition section) {
        return section.oid() == null
                || form.sections().stream().anyMatch(inner -> section.oid().equals(inner.parentOid()));
    }
}
