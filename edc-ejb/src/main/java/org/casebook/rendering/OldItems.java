package org.casebook.rendering;

import java.util.List;
import java.util.Map;
import org.casebook.odm.OdmFile;
import org.casebook.odm.OdmPart;

/** Items, code lists, conditions and methods in ODM 1.3.2. */
final class OldItems {

    /** What ODM 1.3.2 has no place for besides the question. */
    private static final List<String> HELP =
            List.of("CRFCompletionInstructions", "Definition", "Prompt", "ImplementationNotes", "CDISCNotes");

    private final Markup out;
    private final Losses losses;

    OldItems(Markup out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    void item(OdmPart item) {
        Map<String, String> said = item.attributes();
        String type = said.get("DataType");
        out.open("ItemDef", "OID", said.get("OID"), "Name", said.get("Name"));
        out.attribute("DataType", type.equals("decimal") ? "float" : type)
                .attribute("Length", said.get("Length"))
                .attribute("SignificantDigits", said.get("cb:SignificantDigits"))
                .texts("Description", OldFile.texts(item.child("Description")))
                .texts("Question", question(item));
        if (said.containsKey("cb:UnitOID")) {
            out.empty("MeasurementUnitRef", "MeasurementUnitOID", said.get("cb:UnitOID"));
        }
        int place = 0;
        for (OdmPart check : OldFile.parts(item, "RangeCheck")) {
            check(check, OldFile.nameOfCheck(said.get("OID"), ++place));
        }
        OldFile.parts(item, "CodeListRef")
                .forEach(ref ->
                        out.empty("CodeListRef", "CodeListOID", ref.attributes().get("CodeListOID")));
        OldFile.aliases(out, item);
        if ("Yes".equals(said.get("cb:MultiSelect")) && !said.containsKey("cb:LinksTo")) {
            out.empty("Alias", "Context", OdmFile.OWN, "Name", OldFile.SEVERAL);
        }
        out.close();
        countWhatIsLeftOut(item);
    }

    /** What is asked: a prompt where there is no question. */
    private static Map<String, String> question(OdmPart item) {
        Map<String, String> question = OldFile.texts(item.child("Question"));
        return question.isEmpty() ? OldFile.texts(item.child("Prompt")) : question;
    }

    private void countWhatIsLeftOut(OdmPart item) {
        if (item.attributes().containsKey("cb:LinksTo")) {
            losses.add(Loss.ROW_LINKS);
        }
        if (item.attributes().containsKey("cb:Widget")
                || !item.child("cb:Scale").isNone()
                || !item.child("cb:Attachment").isNone()
                || !item.child("cb:Laboratory").isNone()
                || !item.child("cb:Finding").isNone()) {
            losses.add(Loss.WIDGETS);
        }
        if (HELP.stream().anyMatch(name -> !item.child(name).isNone())) {
            losses.add(Loss.ITEM_HELP);
        }
    }

    private void check(OdmPart check, String usual) {
        Map<String, String> said = check.attributes();
        List<OdmPart> values = OldFile.parts(check, "CheckValue");
        boolean foreign = said.containsKey("ItemOID");
        if (foreign || values.isEmpty() && check.child("FormalExpression").isNone()) {
            losses.add(Loss.KEPT_PARTS);
            return;
        }
        out.open("RangeCheck").attribute("Comparator", said.get("Comparator"));
        out.attribute("SoftHard", said.getOrDefault("SoftHard", "Hard"));
        if (values.isEmpty()) {
            expressions(check);
        } else {
            values.forEach(value -> out.leaf("CheckValue", value.text()));
        }
        Map<String, String> message = OldFile.texts(check.child("ErrorMessage"));
        if (message.isEmpty()) {
            losses.add(Loss.CHECK_MESSAGES);
        }
        out.texts("ErrorMessage", message).close();
        if (!usual.equals(said.getOrDefault("cb:OID", usual))) {
            losses.add(Loss.CHECK_NAMES);
        }
    }

    private void expressions(OdmPart holder) {
        OldFile.parts(holder, "FormalExpression").stream()
                .filter(expression -> !expression.child("Code").isNone())
                .forEach(expression -> out.leaf(
                        "FormalExpression",
                        expression.child("Code").text(),
                        "Context",
                        expression.attributes().getOrDefault("Context", "text")));
    }

    void list(OdmPart list) {
        Map<String, String> said = list.attributes();
        List<OdmPart> items = OldFile.parts(list, "CodeListItem");
        boolean decoded = items.stream().anyMatch(item -> !item.child("Decode").isNone());
        out.open("CodeList", "OID", said.get("OID"), "Name", said.get("Name"), "DataType", type(said.get("DataType")))
                .texts("Description", OldFile.texts(list.child("Description")));
        items.forEach(item -> code(item, decoded));
        OldFile.aliases(out, list);
        out.close();
    }

    private static String type(String type) {
        return switch (type) {
            case "integer", "float", "text", "string" -> type;
            case "decimal", "double" -> "float";
            default -> "text";
        };
    }

    private void code(OdmPart item, boolean decoded) {
        Map<String, String> said = item.attributes();
        String code = said.get("CodedValue");
        out.open(decoded ? "CodeListItem" : "EnumeratedItem", "CodedValue", code);
        out.attribute("Rank", said.get("Rank")).attribute("OrderNumber", said.get("OrderNumber"));
        if (decoded) {
            Map<String, String> decode = OldFile.texts(item.child("Decode"));
            out.texts("Decode", decode.isEmpty() ? Map.of("en", code) : decode);
        }
        OldFile.aliases(out, item);
        out.close();
    }

    /**
     * Writes a condition or a method.
     *
     * @param type of a method; null for a condition
     */
    void formula(OdmPart formula, String type) {
        Map<String, String> said = formula.attributes();
        out.open(formula.name(), "OID", said.get("OID"), "Name", said.get("Name"));
        out.attribute("Type", type).texts("Description", OldFile.texts(formula.child("Description")));
        expressions(formula);
        out.close();
    }
}
