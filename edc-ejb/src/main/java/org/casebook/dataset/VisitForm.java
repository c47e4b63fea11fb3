package org.casebook.dataset;

import java.time.LocalDate;

/**
 * A visit's own date and status as a form: ODM 1.3.2 gives a StudyEventData no date. It is in every visit's FormRefs, so that
 * any reader of ODM finds visit dates without knowing Casebook.
 */
final class VisitForm {

    static final String FORM = "CASEBOOK.VISIT";

    private static final String GROUP = "CASEBOOK.VISIT.GROUP";
    private static final String DATE = "CASEBOOK.VISIT.DATE";
    private static final String STATUS = "CASEBOOK.VISIT.STATUS";
    private static final String REASON = "CASEBOOK.VISIT.REASON";
    private static final String STATUSES = "CASEBOOK.VISIT.STATUSES";

    private final XmlOut xml;

    VisitForm(XmlOut xml) {
        this.xml = xml;
    }

    void formDef() {
        xml.start("FormDef").attr("OID", FORM).attr("Name", "Visit").attr("Repeating", "No");
        xml.start("ItemGroupRef")
                .attr("ItemGroupOID", GROUP)
                .attr("OrderNumber", 1)
                .attr("Mandatory", "Yes")
                .end();
        xml.end();
    }

    void groupDef() {
        xml.start("ItemGroupDef").attr("OID", GROUP).attr("Name", "Visit").attr("Repeating", "No");
        int order = 1;
        for (String item : new String[] {DATE, STATUS, REASON}) {
            xml.start("ItemRef")
                    .attr("ItemOID", item)
                    .attr("OrderNumber", order++)
                    .attr("Mandatory", "No")
                    .end();
        }
        xml.end();
    }

    void itemDefs() {
        itemDef(DATE, "Date of the visit", "date", null);
        itemDef(STATUS, "Status of the visit", "text", STATUSES);
        itemDef(REASON, "Why the visit was not done", "text", null);
    }

    private void itemDef(String oid, String question, String type, String codeList) {
        xml.start("ItemDef").attr("OID", oid).attr("Name", question).attr("DataType", type);
        xml.attr("Length", type.equals("text") ? Integer.valueOf(4000) : null);
        xml.start("Question");
        english(question);
        xml.end();
        if (codeList != null) {
            xml.start("CodeListRef").attr("CodeListOID", codeList).end();
        }
        xml.end();
    }

    void codeList() {
        xml.start("CodeList")
                .attr("OID", STATUSES)
                .attr("Name", "Status of a visit")
                .attr("DataType", "text");
        answer("PLANNED", "Planned");
        answer("DONE", "Done");
        answer("NOT_DONE", "Not done");
        xml.end();
    }

    private void answer(String code, String decode) {
        xml.start("CodeListItem").attr("CodedValue", code).start("Decode");
        english(decode);
        xml.end().end();
    }

    private void english(String text) {
        xml.start("TranslatedText").attr("xml:lang", "en").text(text).end();
    }

    /** The visit's form in clinical data. */
    void data(LocalDate date, String status, String reason) {
        xml.start("FormData").attr("FormOID", FORM);
        xml.start("ItemGroupData").attr("ItemGroupOID", GROUP);
        value(DATE, date);
        value(STATUS, status);
        value(REASON, reason);
        xml.end().end();
    }

    private void value(String item, Object value) {
        if (value != null) {
            xml.start("ItemData").attr("ItemOID", item).attr("Value", value).end();
        }
    }
}
