package org.casebook.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Items of generated studies, with the units, code lists, conditions, methods and value lists that they name. */
class GeneratedItems extends GeneratedParts {

    private static final List<String> TYPES = List.of(
            "text",
            "string",
            "integer",
            "decimal",
            "float",
            "double",
            "date",
            "partialDate",
            "incompleteDate",
            "time",
            "partialTime",
            "incompleteTime",
            "datetime",
            "partialDatetime",
            "incompleteDatetime",
            "durationDatetime",
            "intervalDatetime",
            "boolean",
            "URI",
            "hexBinary",
            "base64Binary",
            "hexFloat",
            "base64Float");

    private static final List<String> NUMBERS = List.of("integer", "decimal", "float", "double");
    private static final List<String> CONDITIONS =
            List.of("1 > 2", "'a' == 'b' && \"x<y\" != \"\"", "1 + 1 == 2 ||\n  false", "'ab'.startsWith('b')");

    final List<Draft> lists = new ArrayList<>();
    final List<Draft> units = new ArrayList<>();
    final List<Draft> conditions = new ArrayList<>();
    final List<Draft> methods = new ArrayList<>();
    final List<Draft> items = new ArrayList<>();
    final List<Draft> valueLists = new ArrayList<>();
    private final List<String> listOids = new ArrayList<>();
    private final List<String> unitOids = new ArrayList<>();
    private final List<String> conditionOids = new ArrayList<>();

    GeneratedItems(Random random) {
        super(random);
        for (int i = 0; i < 3; i++) {
            list();
            unit();
            conditionOids.add(condition(random.nextInt(4) == 0 ? null : one(CONDITIONS)));
        }
    }

    /** OID of a condition, a new one. */
    String condition(String cel) {
        String oid = oid("CN");
        conditions.add(expression("ConditionDef", oid, cel));
        return oid;
    }

    /** OID of a condition that is there, or null. */
    String someCondition() {
        return perhaps(one(conditionOids));
    }

    private void list() {
        String oid = oid("CL");
        Draft list = Draft.of(
                        "CodeList", "OID", oid, "Name", words(), "DataType", "text", "IsNonStandard", perhaps("Yes"))
                .with(description());
        int size = 1 + random.nextInt(4);
        List<Integer> orders = orders(size);
        for (int i = 0; i < size; i++) {
            list.with(Draft.of(
                            "CodeListItem",
                            "CodedValue",
                            i == 0 ? "ü\"<" : "C" + i,
                            "Rank",
                            perhaps(i + ".5"),
                            "OrderNumber",
                            orders.get(i) == null ? null : orders.get(i).toString(),
                            "Other",
                            i == 3 ? "Yes" : null,
                            "ExtendedValue",
                            i == 2 ? perhaps("Yes") : null)
                    .with(description(), perhaps(texts("Decode")), coding(), alias("SDTM")));
        }
        lists.add(list.with(coding(), alias("CDASH")));
        listOids.add(oid);
    }

    private void unit() {
        String oid = oid("UN");
        String standard = unitOids.isEmpty() ? null : perhaps(unitOids.get(0));
        units.add(Draft.of(
                "cb:Unit",
                "OID",
                oid,
                "Name",
                "Unit " + oid,
                "Symbol",
                "µ" + oid,
                "Standard",
                standard,
                "Factor",
                standard == null ? null : "0.45359237",
                "Offset",
                standard == null ? null : perhaps("-32")));
        unitOids.add(oid);
    }

    /** A new item of any type; gives its OID. */
    String item() {
        return item(one(TYPES), random.nextInt(3) == 0);
    }

    String item(String type, boolean choice) {
        String oid = oid("I");
        boolean number = NUMBERS.contains(type) && !choice;
        String widget =
                number && random.nextInt(4) == 0 ? "VAS" : type.equals("text") && !choice ? perhaps("LongText") : null;
        Draft item = Draft.of(
                        "ItemDef",
                        "OID",
                        oid,
                        "Name",
                        words(),
                        "DataType",
                        type,
                        "Length",
                        number || type.equals("text") ? perhaps("" + (1 + random.nextInt(200))) : null,
                        "DisplayFormat",
                        perhaps("8.2"),
                        "CommentOID",
                        perhaps("COM.1"),
                        "cb:UnitOID",
                        number ? perhaps(one(unitOids)) : null,
                        "cb:SignificantDigits",
                        number ? perhaps("" + random.nextInt(5)) : null,
                        "cb:MultiSelect",
                        choice ? perhaps("Yes") : null,
                        "cb:Widget",
                        widget)
                .with(
                        description(),
                        perhaps(texts("Definition")),
                        perhaps(texts("Question")),
                        perhaps(texts("Prompt")));
        item.with(
                perhaps(texts("CRFCompletionInstructions")),
                perhaps(texts("ImplementationNotes")),
                perhaps(texts("CDISCNotes")),
                number ? check(oid, 1) : null,
                check(oid, 2, one(CONDITIONS)),
                choice ? Draft.of("CodeListRef", "CodeListOID", one(listOids)) : null,
                random.nextInt(5) == 0 ? Draft.of("ValueListRef", "ValueListOID", valueList()) : null,
                coding(),
                alias("CDASH"),
                alias("SDTM"),
                "VAS".equals(widget) ? scale() : null,
                type.equals("base64Binary") && !choice ? perhaps(attachment()) : null);
        items.add(item);
        return oid;
    }

    private Draft attachment() {
        return Draft.of("cb:Attachment", "Types", perhaps("PDF TEXT"), "MaxMegabytes", perhaps("7"));
    }

    private Draft scale() {
        return Draft.of("cb:Scale", "Low", "0", "High", "100")
                .with(
                        perhaps(Draft.of("cb:LowLabel", "xml:lang", "en").text(words())),
                        perhaps(Draft.of("cb:HighLabel", "xml:lang", "de").text(words())));
    }

    private Draft check(String item, int place) {
        String comparator = one(List.of("LT", "LE", "GT", "GE", "EQ", "NE", "IN", "NOTIN"));
        Draft check = Draft.of(
                "RangeCheck",
                "Comparator",
                comparator,
                "SoftHard",
                perhaps("Soft"),
                "cb:OID",
                perhaps(item + ".C" + place));
        check.with(Draft.of("CheckValue").text("12.5"));
        if (comparator.endsWith("IN")) {
            check.with(Draft.of("CheckValue").text("-3"));
        }
        return perhaps(check.with(perhaps(texts("ErrorMessage"))));
    }

    private Draft check(String item, int place, String cel) {
        return perhaps(Draft.of("RangeCheck", "SoftHard", chance() ? "Soft" : "Hard", "cb:OID", item + ".C" + place)
                .with(
                        perhaps(Draft.of("MethodSignature")),
                        Draft.of("FormalExpression", "Context", "cel")
                                .with(Draft.of("Code").text(cel)),
                        texts("ErrorMessage")));
    }

    private String valueList() {
        String oid = oid("VL");
        String where = oid("WC");
        String other = item("text", false);
        valueLists.add(Draft.of("ValueListDef", "OID", oid)
                .with(
                        description(),
                        reference("ItemRef", "ItemOID", other, 1)
                                .with(Draft.of("WhereClauseRef", "WhereClauseOID", where))));
        valueLists.add(Draft.of("WhereClauseDef", "OID", where, "CommentOID", perhaps("COM.1"))
                .with(Draft.of("RangeCheck", "Comparator", "EQ", "SoftHard", "Soft", "ItemOID", other)
                        .with(Draft.of("CheckValue").text("Stroke"))));
        return oid;
    }

    /** A method that computes a number; gives its OID. */
    String method() {
        String oid = oid("MT");
        methods.add(expression("MethodDef", oid, random.nextInt(4) == 0 ? null : "1.0 + 2.5 * 3"));
        return oid;
    }
}
