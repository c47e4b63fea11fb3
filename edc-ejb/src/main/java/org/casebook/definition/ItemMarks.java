package org.casebook.definition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition.Attachment;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.definition.ItemDefinition.Finding;
import org.casebook.definition.ItemDefinition.Finding.Part;
import org.casebook.definition.ItemDefinition.Laboratory;
import org.casebook.definition.ItemDefinition.Link;
import org.casebook.definition.StudyRules.Problems;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.rules.DataType;
import org.casebook.rules.ExpressionName;
import org.casebook.rules.Names;

/** Reads what our namespace says of an item beyond ODM: files that may be attached, links to rows, laboratory values. */
final class ItemMarks {

    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "float", "double");

    private static final String LINKS_TO = "LinksTo";

    private final Faults faults;

    ItemMarks(Faults faults) {
        this.faults = faults;
    }

    /** Whether files are attached to the item; notes a fault when its data type holds none. */
    boolean takesFile(OdmElement definition) {
        if (definition.child("cb:Attachment").isEmpty()) {
            return false;
        }
        if (!"base64Binary".equals(definition.get("DataType"))) {
            faults.add(
                    definition,
                    "An item with cb:Attachment holds a file, so its DataType is base64Binary and not %s.",
                    definition.get("DataType"));
        }
        if (definition.child("CodeListRef").isPresent()
                || definition.findOwn("Widget").isPresent()) {
            faults.add(definition, "An item with cb:Attachment has neither a CodeListRef nor a cb:Widget.");
        }
        return true;
    }

    /** What may be attached; null when it is no item for files. */
    Attachment attachment(OdmElement definition) {
        return definition
                .child("cb:Attachment")
                .map(found -> Attachment.of(kinds(found), megabytes(found)))
                .orElse(null);
    }

    private Set<FileKind> kinds(OdmElement attachment) {
        Set<String> named = Optional.ofNullable(attachment.get("Types")).stream()
                .flatMap(words -> Arrays.stream(words.strip().split("\\s+")))
                .collect(Collectors.toSet());
        Set<FileKind> kinds = EnumSet.allOf(FileKind.class);
        if (!named.isEmpty()) {
            // our schema has noted words that are no type
            kinds.removeIf(kind -> !named.contains(kind.name()));
        }
        return kinds.isEmpty() ? EnumSet.allOf(FileKind.class) : kinds;
    }

    private static int megabytes(OdmElement attachment) {
        String said = attachment.get("MaxMegabytes");
        return said != null && said.matches("[1-9]\\d{0,2}") ? Integer.parseInt(said) : Attachment.USUAL_MEGABYTES;
    }

    /** Whether its value leads to rows; notes a fault when it cannot. */
    boolean linksRows(OdmElement definition, boolean computed) {
        if (definition.findOwn(LINKS_TO).isEmpty()) {
            return false;
        }
        if (!"text".equals(definition.get("DataType"))) {
            faults.add(
                    definition,
                    "An item with cb:LinksTo holds ids of rows, so its DataType is text and not %s.",
                    definition.get("DataType"));
        }
        if (definition.child("CodeListRef").isPresent()
                || definition.findOwn("Widget").isPresent()) {
            faults.add(definition, "An item with cb:LinksTo has neither a CodeListRef nor a cb:Widget.");
        }
        if (computed) {
            faults.add(definition, "An item with cb:LinksTo is chosen by people, so that no method can compute it.");
        }
        return true;
    }

    /** To which rows its value leads; null when it leads to none. */
    Link link(OdmElement definition, OdmIndex index) {
        return definition
                .findOwn(LINKS_TO)
                .filter(form -> index.follow(definition, "ItemGroupDef", form).isPresent())
                .map(form -> new Link(form, definition.isOwnYes("MultiSelect")))
                .orElse(null);
    }

    /** What decides about the range of a laboratory value; null when it is none. */
    Laboratory laboratory(OdmElement definition) {
        return definition
                .child("cb:Laboratory")
                .map(found -> laboratory(definition, found))
                .orElse(null);
    }

    private Laboratory laboratory(OdmElement definition, OdmElement laboratory) {
        if (!NUMBERS.contains(definition.get("DataType"))) {
            faults.add(definition, "A laboratory value is a number, not %s.", definition.get("DataType"));
        }
        return new Laboratory(
                laboratory.get("Analyte"),
                laboratory.get("Laboratory"),
                laboratory.get("SampleDate"),
                laboratory.get("Sex"),
                laboratory.get("BirthDate"));
    }

    /** Which part of a judgement the item holds; null when it holds none. */
    Finding finding(OdmElement definition, OdmIndex index) {
        Optional<OdmElement> mark = definition.child("cb:Finding");
        if (mark.isEmpty()) {
            return null;
        }
        String of = mark.get().get("Of");
        Optional<OdmElement> value = index.follow(mark.get(), "ItemDef", of);
        Optional<OdmElement> laboratory = value.flatMap(found -> found.child("cb:Laboratory"));
        if (value.isPresent() && laboratory.isEmpty()) {
            faults.add(mark.get(), "%s is no laboratory value. Give it a cb:Laboratory.", of);
        }
        return laboratory
                .map(found ->
                        new Finding(of, part(mark.get()), new ItemMarks(new Faults()).laboratory(value.get(), found)))
                .orElse(null);
    }

    private static Part part(OdmElement mark) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equalsIgnoreCase(mark.get("Part")))
                .findFirst()
                // our schema has noted it already, with the parts that there are
                .orElse(Part.RANGE);
    }

    /** Tells which names of a laboratory value mean nothing on its form, or not what is needed. */
    static void requireKnown(ItemDefinition item, Names names, Problems problems) {
        if (item.finding() != null
                && names.type(ExpressionName.of(item.finding().of())).isEmpty()) {
            problems.tell(
                    DefinitionChecks.ITEM,
                    item.oid(),
                    "%s, which it judges, is not on the same form."
                            .formatted(item.finding().of()));
        }
        Laboratory laboratory = item.laboratory();
        if (laboratory == null) {
            return;
        }
        requireKnown(item, laboratory.laboratory(), names, problems, Set.of(DataType.TEXT, DataType.CHOICE));
        requireKnown(item, laboratory.sex(), names, problems, Set.of(DataType.TEXT, DataType.CHOICE));
        requireKnown(
                item,
                laboratory.sampleDate(),
                names,
                problems,
                Set.of(DataType.DATE, DataType.PARTIAL_DATE, DataType.DATETIME));
        requireKnown(item, laboratory.birthDate(), names, problems, Set.of(DataType.DATE, DataType.PARTIAL_DATE));
    }

    private static void requireKnown(
            ItemDefinition item, String name, Names names, Problems problems, Set<DataType> types) {
        if (name != null && names.type(name).filter(types::contains).isEmpty()) {
            problems.tell(
                    DefinitionChecks.ITEM,
                    item.oid(),
                    "cb:Laboratory asks for %s, which means nothing on this form or is not of the type that is needed (%s)."
                                    .formatted(name, types.contains(DataType.TEXT) ? "text or choice" : "date")
                            + names.hint(name).map(hint -> " " + hint).orElse(""));
        }
    }
}
