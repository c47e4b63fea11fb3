package org.casebook.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.rules.DataType;
import org.casebook.rules.RangeCheck;
import org.casebook.rules.RangeCheck.Comparator;

/** Reads items: ItemRef with its ItemDef. */
final class ItemReader {

    private static final Map<String, DataType> TYPES = Map.ofEntries(
            Map.entry("text", DataType.TEXT),
            Map.entry("string", DataType.TEXT),
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

    private final OdmIndex index;
    private final Faults faults;
    private final Map<String, CodeListDefinition> codeLists;

    ItemReader(OdmIndex index, Faults faults, Map<String, CodeListDefinition> codeLists) {
        this.index = index;
        this.faults = faults;
        this.codeLists = codeLists;
    }

    /** The item at its place; empty, with a fault noted, when it is not defined. */
    Optional<ItemDefinition> read(OdmElement ref) {
        // each reference is followed before any is needed, so that every one that leads nowhere is told
        index.follow(ref, "ConditionDef", ref.get("CollectionExceptionConditionOID"));
        index.follow(ref, "MethodDef", ref.get("MethodOID"));
        return index.follow(ref, "ItemDef", ref.get("ItemOID")).map(definition -> read(ref, definition));
    }

    private ItemDefinition read(OdmElement ref, OdmElement definition) {
        String condition = ref.get("CollectionExceptionConditionOID");
        String method = ref.get("MethodOID");
        DataType type = type(definition, method != null);
        TranslatedText question = new TranslatedText(definition.texts("Question"));
        if (question.isEmpty()) {
            faults.add(definition, "It has no Question, so nobody would know what to enter.");
        }
        return new ItemDefinition(
                definition.get("OID"),
                definition.get("Name"),
                question,
                new TranslatedText(definition.texts("CRFCompletionInstructions")),
                type,
                wholeNumber(definition, definition.get("Length")),
                wholeNumber(definition, definition.findOwn("SignificantDigits").orElse(null)),
                unit(definition),
                codeList(definition),
                ref.isYes("Mandatory"),
                condition,
                checks(definition, type),
                method,
                role(ref),
                ref.isOwnYes("Critical"),
                ref.isOwnYes("Blinded"),
                scale(definition, type),
                definition.children("Alias").stream()
                        .map(alias -> new ItemDefinition.Alias(alias.get("Context"), alias.get("Name")))
                        .toList());
    }

    private DataType type(OdmElement definition, boolean computed) {
        String name = definition.get("DataType");
        DataType type = TYPES.get(name);
        if (type == null) {
            faults.add(
                    definition,
                    "The DataType %s is not understood. Use one of text, integer, decimal, date, partialDate, "
                            + "incompleteDate, time, datetime, boolean.",
                    name);
            return DataType.TEXT;
        }
        boolean many = definition.isOwnYes("MultiSelect");
        if (definition.child("CodeListRef").isPresent()) {
            return many ? DataType.MULTI_CHOICE : DataType.CHOICE;
        }
        if (many) {
            faults.add(definition, "MultiSelect needs a CodeListRef.");
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

    private Integer wholeNumber(OdmElement element, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,4}")) {
            faults.add(element, "“%s” is not a whole number from 0 to 9999.", text);
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

    private CodeListDefinition codeList(OdmElement definition) {
        Optional<OdmElement> ref = definition.child("CodeListRef");
        ref.ifPresent(found -> index.follow(found, "CodeList", found.get("CodeListOID")));
        return ref.map(found -> codeLists.get(found.get("CodeListOID"))).orElse(null);
    }

    private ItemDefinition.Role role(OdmElement ref) {
        try {
            return ref.findOwn("Role")
                    .map(name -> ItemDefinition.Role.valueOf(constant(name)))
                    .orElse(ItemDefinition.Role.NONE);
        } catch (IllegalArgumentException unknown) {
            // our schema has noted it already, with the roles that there are
            return ItemDefinition.Role.NONE;
        }
    }

    /** {@code EndOfStudy} becomes {@code END_OF_STUDY}. */
    static String constant(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private ItemDefinition.Scale scale(OdmElement definition, DataType type) {
        Optional<OdmElement> scale = definition.child("cb:Scale");
        if (type == DataType.VAS && scale.isEmpty()) {
            faults.add(definition, "A visual analogue scale needs a cb:Scale with its ends.");
        }
        return scale.map(found -> new ItemDefinition.Scale(
                        number(found, found.get("Low")),
                        number(found, found.get("High")),
                        new TranslatedText(found.collect("cb:LowLabel")),
                        new TranslatedText(found.collect("cb:HighLabel"))))
                .orElse(null);
    }

    private BigDecimal number(OdmElement element, String text) {
        try {
            return new BigDecimal(text == null ? "" : text.strip());
        } catch (NumberFormatException noNumber) {
            faults.add(element, "“%s” is not a number.", text);
            return BigDecimal.ZERO;
        }
    }

    private List<CheckDefinition> checks(OdmElement definition, DataType type) {
        List<CheckDefinition> checks = new ArrayList<>();
        for (OdmElement check : definition.children("RangeCheck")) {
            String oid = check.findOwn("OID").orElse(null);
            if (oid == null) {
                faults.add(check, "A check needs a cb:OID, by which its queries are kept apart.");
            }
            TranslatedText message = new TranslatedText(check.texts("ErrorMessage"));
            if (message.isEmpty()) {
                faults.add(check, "A check needs an ErrorMessage that says what is wrong.");
            }
            CheckDefinition.Severity severity = "Soft".equals(check.get("SoftHard"))
                    ? CheckDefinition.Severity.SOFT
                    : CheckDefinition.Severity.HARD;
            boolean written = check.child("FormalExpression").isPresent();
            checks.add(new CheckDefinition(
                    oid, severity, written ? null : range(check, type), written ? cel(check) : null, message));
        }
        return checks;
    }

    private String cel(OdmElement check) {
        String text = check.cel();
        if (text.isEmpty()) {
            faults.add(check, "It has no expression in CEL (FormalExpression with Context “cel”).");
        }
        return text;
    }

    private RangeCheck range(OdmElement check, DataType type) {
        if (!type.isNumber()) {
            faults.add(check, "Only numbers are compared by Comparator and CheckValue; write an expression instead.");
        }
        List<BigDecimal> values = check.children("CheckValue").stream()
                .map(value -> number(value, value.text()))
                .toList();
        try {
            return new RangeCheck(Comparator.valueOf(String.valueOf(check.get("Comparator"))), values);
        } catch (IllegalArgumentException unusable) {
            faults.add(check, "The Comparator is missing or unknown, or the number of CheckValues does not fit it.");
            return null;
        }
    }
}
