package org.casebook.definition;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.odm.Decimal;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.rules.DataType;

/** Reads items: ItemRef with its ItemDef. */
final class ItemReader {

    private static final Map<String, DataType> TYPES = Map.ofEntries(
            Map.entry("text", DataType.TEXT),
            Map.entry("string", DataType.TEXT),
            Map.entry("URI", DataType.TEXT),
            Map.entry("hexBinary", DataType.TEXT),
            Map.entry("base64Binary", DataType.TEXT),
            Map.entry("hexFloat", DataType.TEXT),
            Map.entry("base64Float", DataType.TEXT),
            Map.entry("durationDatetime", DataType.TEXT),
            Map.entry("intervalDatetime", DataType.TEXT),
            Map.entry("incompleteTime", DataType.TEXT),
            Map.entry("incompleteDatetime", DataType.TEXT),
            Map.entry("partialTime", DataType.TIME),
            Map.entry("partialDatetime", DataType.DATETIME),
            Map.entry("integer", DataType.INTEGER),
            Map.entry("decimal", DataType.DECIMAL),
            Map.entry("float", DataType.DECIMAL),
            Map.entry("double", DataType.DECIMAL),
            Map.entry("date", DataType.DATE),
            Map.entry("partialDate", DataType.PARTIAL_DATE),
            Map.entry("incompleteDate", DataType.PARTIAL_DATE),
            Map.entry("time", DataType.TIME),
            Map.entry("datetime", DataType.DATETIME),
            Map.entry("boolean", DataType.BOOLEAN));

    /** Types of which we read less than ODM lets them hold, and what happens to the rest. */
    private static final Map<String, String> READ_OTHERWISE = Map.of(
            "hexBinary", "as text",
            "base64Binary", "as text",
            "hexFloat", "as text, which no expression takes for a number",
            "base64Float", "as text, which no expression takes for a number",
            "durationDatetime", "as text, which no expression takes for a duration",
            "intervalDatetime", "as text, which no expression takes for an interval",
            "incompleteTime", "as text, which no expression takes for a time",
            "incompleteDatetime", "as text, which no expression takes for a time",
            "partialTime",
                    "as a time of day with hours and minutes; one with unknown minutes is kept as typed and flagged",
            "partialDatetime",
                    "as a complete date with hours and minutes; one with unknown parts is kept as typed and flagged");

    /** What asks for an item, the first that is there. */
    static final List<String> ASKING = List.of("Question", "Prompt", "Description");

    /** Stands between the OIDs of conditions that are joined into one. */
    static final String OR = ".or.";

    private final OdmIndex index;
    private final Faults faults;
    private final Remarks remarks;
    private final ItemMarks marks;
    private final Map<String, CodeListDefinition> codeLists;
    private final Map<String, StudyDefinition.Condition> joined = new LinkedHashMap<>();

    ItemReader(OdmIndex index, Faults faults, Remarks remarks, Map<String, CodeListDefinition> codeLists) {
        this.index = index;
        this.faults = faults;
        this.remarks = remarks;
        this.marks = new ItemMarks(faults);
        this.codeLists = codeLists;
    }

    /**
     * The item at its place; empty, with a fault noted, when it is not defined.
     *
     * @param around OIDs of the conditions of the sections in which it stands
     */
    Optional<ItemDefinition> read(OdmElement ref, List<String> around) {
        return index.follow(ref, "ItemDef", ref.get("ItemOID")).map(definition -> read(ref, definition, around));
    }

    private ItemDefinition read(OdmElement ref, OdmElement definition, List<String> around) {
        Set<String> conditions = new LinkedHashSet<>(around);
        running("ConditionDef", ref.get("CollectionExceptionConditionOID")).ifPresent(conditions::add);
        String method = running("MethodDef", ref.get("MethodOID")).orElse(null);
        DataType type = type(definition, method != null);
        return new ItemDefinition(
                definition.get("OID"),
                definition.get("Name"),
                question(definition),
                new TranslatedText(definition.texts("CRFCompletionInstructions")),
                type,
                wholeNumber(definition, definition.get("Length")),
                digits(definition, type),
                unit(definition),
                codeList(definition),
                ref.isYes("Mandatory"),
                join(conditions),
                new CheckReader(faults, remarks).read(definition, type),
                method,
                role(ref),
                ref.isOwnYes("Critical"),
                ref.isOwnYes("Blinded"),
                scale(definition, type),
                marks.attachment(definition),
                marks.laboratory(definition),
                marks.finding(definition, index),
                marks.link(definition, index),
                definition.children("Alias").stream()
                        .map(alias -> new ItemDefinition.Alias(alias.get("Context"), alias.get("Name")))
                        .toList());
    }

    /** The OID of a condition or method, if it is written in the language that runs; {@link DefinitionReader} tells of others. */
    Optional<String> running(String kind, String oid) {
        return oid == null
                ? Optional.empty()
                : index.find(kind, oid).filter(found -> !found.cel().isEmpty()).map(found -> oid);
    }

    /** The conditions made of several, where an item and the sections around it have one each; by OID. */
    Map<String, StudyDefinition.Condition> joined() {
        return joined;
    }

    /** The one condition that is true when one of these is. */
    private String join(Collection<String> oids) {
        if (oids.size() < 2) {
            return oids.stream().findFirst().orElse(null);
        }
        String oid = String.join(OR, oids);
        joined.computeIfAbsent(oid, made -> {
            List<OdmElement> all = oids.stream()
                    .map(one -> index.find("ConditionDef", one).orElseThrow())
                    .toList();
            String names = all.stream()
                    .map(one -> new TranslatedText(one.title()).text())
                    .collect(Collectors.joining(" or "));
            String expression = all.stream().map(one -> "(" + one.cel() + ")").collect(Collectors.joining(" || "));
            return new StudyDefinition.Condition(made, TranslatedText.english(names), expression);
        });
        return oid;
    }

    private TranslatedText question(OdmElement definition) {
        for (String words : ASKING) {
            TranslatedText text = new TranslatedText(definition.texts(words));
            if (!text.isEmpty()) {
                if (!words.equals("Question")) {
                    remarks.add(Remark.Kind.REPAIRED, definition, "It has no Question; its %s is asked.", words);
                }
                return text;
            }
        }
        remarks.add(Remark.Kind.REPAIRED, definition, "It has no Question; its Name is asked.");
        return TranslatedText.english(definition.get("Name"));
    }

    private DataType type(OdmElement definition, boolean computed) {
        String name = definition.get("DataType");
        DataType type = TYPES.get(name);
        if (type == null) {
            faults.add(
                    definition,
                    "The DataType %s is not one of ODM 2.0. Use one of text, integer, decimal, date, partialDate, "
                            + "incompleteDate, time, datetime, boolean.",
                    name);
            return DataType.TEXT;
        }
        if (marks.takesFile(definition)) {
            return DataType.ATTACHMENT;
        }
        if (marks.linksRows(definition, computed)) {
            return DataType.ROW_LINK;
        }
        if (READ_OTHERWISE.containsKey(name)) {
            remarks.add(
                    Remark.Kind.KEPT,
                    definition,
                    "Values of the DataType %s are entered %s.",
                    name,
                    READ_OTHERWISE.get(name));
        }
        boolean many = definition.isOwnYes("MultiSelect");
        if (hasAnswers(definition)) {
            return many ? DataType.MULTI_CHOICE : DataType.CHOICE;
        }
        if (many) {
            faults.add(definition, "MultiSelect needs a CodeListRef, or cb:LinksTo.");
        }
        return drawn(definition, type, computed);
    }

    private DataType drawn(OdmElement definition, DataType type, boolean computed) {
        String widget = definition.findOwn("Widget").orElse("");
        if (widget.equals("VAS") && !type.isNumber() || widget.equals("LongText") && type != DataType.TEXT) {
            faults.add(definition, "The widget %s does not fit the DataType %s.", widget, definition.get("DataType"));
        }
        if (computed && type.isNumber()) {
            return DataType.CALCULATED;
        }
        return switch (widget) {
            case "VAS" -> DataType.VAS;
            case "LongText" -> DataType.LONG_TEXT;
            default -> type;
        };
    }

    /** What is computed for a whole number is rounded to one. */
    private Integer digits(OdmElement definition, DataType type) {
        boolean whole =
                type == DataType.CALCULATED && definition.get("DataType").equals("integer");
        return wholeNumber(definition, definition.findOwn("SignificantDigits").orElse(whole ? "0" : null));
    }

    private Integer wholeNumber(OdmElement element, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            faults.add(element, "“%s” is not a whole number from 0 to 999999999.", text);
            return null;
        }
        return Integer.valueOf(text);
    }

    private StudyDefinition.Unit unit(OdmElement definition) {
        return definition
                .findOwn("UnitOID")
                .flatMap(oid -> index.follow(definition, "cb:Unit", oid))
                .map(DefinitionReader::unit)
                .orElse(null);
    }

    private boolean hasAnswers(OdmElement definition) {
        Optional<OdmElement> ref = definition.child("CodeListRef");
        boolean none = ref.map(found -> codeLists.get(found.get("CodeListOID")))
                .filter(list -> list.items().isEmpty())
                .isPresent();
        if (none) {
            remarks.add(
                    Remark.Kind.KEPT,
                    definition,
                    "Its code list %s has no items, so that anything of its DataType can be entered.",
                    ref.get().get("CodeListOID"));
        }
        return ref.isPresent() && !none;
    }

    private CodeListDefinition codeList(OdmElement definition) {
        return definition
                .child("CodeListRef")
                .map(found -> codeLists.get(found.get("CodeListOID")))
                .filter(list -> !list.items().isEmpty())
                .orElse(null);
    }

    private ItemDefinition.Role role(OdmElement ref) {
        try {
            return ref.findOwn("Role")
                    .map(name -> ItemDefinition.Role.valueOf(FormReader.constant(name)))
                    .orElse(ItemDefinition.Role.NONE);
        } catch (IllegalArgumentException unknown) {
            // our schema has noted it already, with the roles that there are
            return ItemDefinition.Role.NONE;
        }
    }

    private ItemDefinition.Scale scale(OdmElement definition, DataType type) {
        Optional<OdmElement> scale = definition.child("cb:Scale");
        if (type == DataType.VAS && scale.isEmpty()) {
            faults.add(definition, "A visual analogue scale needs a cb:Scale with its ends.");
        }
        return scale.map(found -> new ItemDefinition.Scale(
                        number(found, found.get("Low")),
                        number(found, found.get("High")),
                        "integer".equals(definition.get("DataType")),
                        new TranslatedText(found.collect("cb:LowLabel")),
                        new TranslatedText(found.collect("cb:HighLabel"))))
                .orElse(null);
    }

    private BigDecimal number(OdmElement element, String text) {
        return Decimal.of(text).orElseGet(() -> {
            faults.add(element, "“%s” is not a number of at most 30 digits before and after the point.", text);
            return BigDecimal.ZERO;
        });
    }
}
