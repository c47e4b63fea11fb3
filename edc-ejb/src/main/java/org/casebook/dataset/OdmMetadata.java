package org.casebook.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;

/**
 * Writes one study version as ODM 1.3.2 metadata ({@code MetaDataVersion}).
 *
 * <p>1.3.2 has no arms, epochs, windows or criteria, so those stay in the study's own file. Each form becomes a FormDef with
 * one ItemGroupDef. A visit's own date and status, for which 1.3.2 has no place either, are written as a small form that
 * every visit carries ({@link VisitForm}).
 */
final class OdmMetadata {

    private final XmlOut xml;
    private final StudyDefinition study;
    private final Cut.Blinding blinding;

    OdmMetadata(XmlOut xml, StudyDefinition study, Cut.Blinding blinding) {
        this.xml = xml;
        this.study = study;
        this.blinding = blinding;
    }

    /** The group that holds all items of a form. */
    static String groupOf(String formOid) {
        return "IG." + formOid;
    }

    void write() {
        xml.start("MetaDataVersion")
                .attr("OID", study.versionOid())
                .attr("Name", nonEmpty(study.versionName(), study.versionOid()));
        xml.start("Protocol");
        for (EventDefinition event : study.events()) {
            xml.start("StudyEventRef").attr("StudyEventOID", event.oid()).attr("OrderNumber", event.order());
            xml.attr("Mandatory", yes(event.isScheduled())).end();
        }
        xml.end();
        study.events().forEach(this::event);
        study.forms().values().forEach(this::form);
        new VisitForm(xml).formDef();
        study.forms().values().forEach(this::group);
        new VisitForm(xml).groupDef();
        Map<String, ItemDefinition> items = itemsByOid();
        OdmItems writer = new OdmItems(xml, study);
        items.values().forEach(writer::item);
        new VisitForm(xml).itemDefs();
        study.codeLists().values().forEach(writer::codeList);
        new VisitForm(xml).codeList();
        writer.conditionsAndMethods();
        xml.end();
    }

    private void event(EventDefinition event) {
        xml.start("StudyEventDef")
                .attr("OID", event.oid())
                .attr("Name", nonEmpty(event.name().text(), event.oid()));
        xml.attr("Repeating", yes(event.repeats()));
        xml.attr("Type", type(event.kind()));
        int order = 1;
        for (EventDefinition.FormRef ref : event.forms()) {
            xml.start("FormRef").attr("FormOID", ref.formOid()).attr("OrderNumber", order++);
            xml.attr("Mandatory", yes(ref.mandatory()));
            xml.attr("CollectionExceptionConditionOID", ref.conditionOid()).end();
        }
        if (!event.isLog()) {
            xml.start("FormRef")
                    .attr("FormOID", VisitForm.FORM)
                    .attr("OrderNumber", order)
                    .attr("Mandatory", "No")
                    .end();
        }
        xml.end();
    }

    private static String type(EventDefinition.Kind kind) {
        return switch (kind) {
            case SCHEDULED -> "Scheduled";
            case UNSCHEDULED -> "Unscheduled";
            case LOG -> "Common";
        };
    }

    private void form(FormDefinition form) {
        xml.start("FormDef")
                .attr("OID", form.oid())
                .attr("Name", nonEmpty(form.name().text(), form.oid()));
        xml.attr("Repeating", yes(form.log()));
        xml.start("ItemGroupRef").attr("ItemGroupOID", groupOf(form.oid())).attr("OrderNumber", 1);
        xml.attr("Mandatory", "Yes").end();
        xml.end();
    }

    private void group(FormDefinition form) {
        xml.start("ItemGroupDef")
                .attr("OID", groupOf(form.oid()))
                .attr("Name", nonEmpty(form.name().text(), form.oid()));
        xml.attr("Repeating", "No");
        int order = 1;
        for (ItemDefinition item : blinding.shown(form)) {
            xml.start("ItemRef").attr("ItemOID", item.oid()).attr("MethodOID", item.methodOid());
            xml.attr("OrderNumber", order++).attr("Mandatory", yes(item.mandatory()));
            xml.attr("CollectionExceptionConditionOID", item.conditionOid()).end();
        }
        xml.end();
    }

    /** An item that stands on several forms is defined once, as ODM wants it. */
    private Map<String, ItemDefinition> itemsByOid() {
        Map<String, ItemDefinition> items = new LinkedHashMap<>();
        for (FormDefinition form : study.forms().values()) {
            blinding.shown(form).forEach(item -> items.putIfAbsent(item.oid(), item));
        }
        return items;
    }

    static String yes(boolean is) {
        return is ? "Yes" : "No";
    }

    static String nonEmpty(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    /** The ODM 1.3.2 data type that holds every canonical value of the item. */
    static String dataType(ItemDefinition item) {
        return switch (item.type()) {
            case TEXT, LONG_TEXT, CHOICE, MULTI_CHOICE, ATTACHMENT, ROW_LINK -> "text";
            case INTEGER -> "integer";
            case DECIMAL, VAS -> "float";
            case CALCULATED -> Integer.valueOf(0).equals(item.significantDigits()) ? "integer" : "float";
            case DATE -> "date";
            case PARTIAL_DATE -> "partialDate";
            case TIME -> "partialTime";
            case DATETIME -> "partialDatetime";
            case BOOLEAN -> "boolean";
        };
    }
}
