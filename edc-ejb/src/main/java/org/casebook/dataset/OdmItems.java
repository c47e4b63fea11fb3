package org.casebook.dataset;

import java.util.List;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.rules.DataType;

/** Writes items, code lists, conditions and methods as ODM 1.3.2 metadata. */
final class OdmItems {

    /** ODM asks for a length of texts and numbers; these stand where the study's file gives none. */
    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_NUMBER = 18;
    private static final int DIGITS = 6;

    private final XmlOut xml;
    private final StudyDefinition study;

    OdmItems(XmlOut xml, StudyDefinition study) {
        this.xml = xml;
        this.study = study;
    }

    void item(ItemDefinition item) {
        xml.start("ItemDef").attr("OID", item.oid()).attr("Name", OdmMetadata.nonEmpty(item.name(), item.oid()));
        xml.attr("DataType", OdmMetadata.dataType(item)).attr("Length", length(item));
        xml.attr("SignificantDigits", digits(item));
        if (item.type() == DataType.MULTI_CHOICE && item.codeList() != null) {
            xml.attr(
                    "Comment",
                    "Any number of codes of code list " + item.codeList().oid() + ", separated by commas.");
        }
        texts("Question", item.question().isEmpty() ? TranslatedText.english(item.name()) : item.question());
        List<StudyDefinition.Unit> choice = study.unitsOf(item);
        List<StudyDefinition.Unit> only = item.unit() == null ? List.of() : List.of(item.unit());
        (choice.isEmpty() ? only : choice)
                .forEach(unit -> xml.start("MeasurementUnitRef")
                        .attr("MeasurementUnitOID", unit.oid())
                        .end());
        item.checks().forEach(this::check);
        if (item.codeList() != null && item.type() == DataType.CHOICE) {
            xml.start("CodeListRef").attr("CodeListOID", item.codeList().oid()).end();
        }
        item.aliases().stream()
                .filter(alias -> item.aliases().stream()
                                .filter(a -> a.context().equals(alias.context()))
                                .findFirst()
                                .get()
                        == alias)
                .forEach(alias -> xml.start("Alias")
                        .attr("Context", alias.context())
                        .attr("Name", alias.name())
                        .end());
        xml.end();
    }

    private static Integer length(ItemDefinition item) {
        return switch (OdmMetadata.dataType(item)) {
            case "text" -> item.length() == null ? LONGEST_TEXT : item.length();
            case "integer", "float" -> item.length() == null ? LONGEST_NUMBER : item.length();
            default -> null;
        };
    }

    private static Integer digits(ItemDefinition item) {
        if (item.type() == DataType.CALCULATED && OdmMetadata.dataType(item).equals("integer")) {
            return null;
        }
        boolean missing =
                item.significantDigits() == null && OdmMetadata.dataType(item).equals("float");
        return missing ? Integer.valueOf(DIGITS) : item.significantDigits();
    }

    private void check(CheckDefinition check) {
        xml.start("RangeCheck");
        xml.attr("Comparator", check.range() == null ? null : check.range().comparator());
        xml.attr("SoftHard", check.isHard() ? "Hard" : "Soft");
        if (check.range() != null) {
            check.range().values().forEach(value -> xml.element("CheckValue", value.toPlainString()));
        } else {
            xml.start("FormalExpression")
                    .attr("Context", "cel")
                    .text(check.expression())
                    .end();
        }
        if (!check.message().isEmpty()) {
            texts("ErrorMessage", check.message());
        }
        xml.end();
    }

    void codeList(CodeListDefinition list) {
        xml.start("CodeList")
                .attr("OID", list.oid())
                .attr("Name", OdmMetadata.nonEmpty(list.name().text(), list.oid()));
        xml.attr("DataType", "text");
        for (CodeListDefinition.CodeListItem answer : list.items()) {
            xml.start("CodeListItem").attr("CodedValue", answer.code()).attr("OrderNumber", answer.order());
            texts("Decode", answer.decode());
            xml.end();
        }
        xml.end();
    }

    void unit(StudyDefinition.Unit unit) {
        xml.start("MeasurementUnit")
                .attr("OID", unit.oid())
                .attr("Name", OdmMetadata.nonEmpty(unit.name().text(), unit.oid()));
        texts("Symbol", TranslatedText.english(OdmMetadata.nonEmpty(unit.symbol(), unit.oid())));
        xml.end();
    }

    void conditionsAndMethods() {
        for (StudyDefinition.Condition condition : study.conditions().values()) {
            xml.start("ConditionDef").attr("OID", condition.oid());
            xml.attr("Name", OdmMetadata.nonEmpty(condition.name().text(), condition.oid()));
            texts("Description", named(condition.name(), condition.oid()));
            expression(condition.expression());
            xml.end();
        }
        for (StudyDefinition.Method method : study.methods().values()) {
            xml.start("MethodDef").attr("OID", method.oid());
            xml.attr("Name", OdmMetadata.nonEmpty(method.name().text(), method.oid()))
                    .attr("Type", "Computation");
            texts("Description", named(method.description(), method.oid()));
            expression(method.expression());
            xml.end();
        }
    }

    private void expression(String cel) {
        xml.start("FormalExpression").attr("Context", "cel").text(cel).end();
    }

    private static TranslatedText named(TranslatedText text, String oid) {
        return text.isEmpty() ? TranslatedText.english(oid) : text;
    }

    /** An element with one TranslatedText for each language. */
    private void texts(String element, TranslatedText text) {
        xml.start(element);
        text.byLanguage()
                .forEach((language, words) -> xml.start("TranslatedText")
                        .attr("xml:lang", language)
                        .text(words)
                        .end());
        xml.end();
    }
}
