package org.casebook.definition;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small study whose expressions look at other visits and at rows of logs: pain at three visits, adverse events, an end of
 * study. Tests put other expressions in place of these.
 */
public final class PainStudy {

    private final Map<String, String> methods = new LinkedHashMap<>();
    private String check = "EOSOK == !rows.AE.exists(r, r.AESER == 'Y')";
    private String condition = "isMissing(EOSOK)";

    /** The study as it comes. */
    public PainStudy() {
        methods.put("CHG", "PAIN - first.VAS.PAIN");
        methods.put("DIFF", "PAIN - previous.VAS.PAIN");
        methods.put("TOTAL", "isMissing(previous.VAS.TOTAL) ? PAIN : previous.VAS.TOTAL + PAIN");
        methods.put("WORST", "max(rows.AE.AEDAYS)");
        methods.put("LASTP", "last.VAS.PAIN");
        methods.put("AENO", "count(rows.AE) + 1");
    }

    /** The same study with this method for a computed item. */
    public PainStudy with(String item, String method) {
        methods.put(item, method);
        return this;
    }

    /** The same study with this check on EOSOK. */
    public PainStudy withCheck(String text) {
        check = text;
        return this;
    }

    /** The same study where EOSNOTE is not collected when this is true. */
    public PainStudy withCondition(String text) {
        condition = text;
        return this;
    }

    public StudyDefinition read() {
        return new DefinitionReader().read(text().getBytes(StandardCharsets.UTF_8));
    }

    public StudyRules rules() {
        return new StudyRules(read());
    }

    public String text() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" xmlns:cb="http://casebook.org/ns/odm/v1"
                     FileType="Snapshot" FileOID="F" ODMVersion="2.0" CreationDateTime="2026-01-01T00:00:00Z">
                  <Study OID="PAINSTUDY" StudyName="Pain" ProtocolName="Pain">
                    <MetaDataVersion OID="V.1" Name="First">
                      <Protocol><StudyEventGroupRef StudyEventGroupOID="EG" OrderNumber="1" Mandatory="Yes"/></Protocol>
                      <StudyEventGroupDef OID="EG" Name="Visits">
                        <StudyEventRef StudyEventOID="SE_BASE" OrderNumber="1" Mandatory="Yes"/>
                        <StudyEventRef StudyEventOID="SE_M1" OrderNumber="2" Mandatory="Yes"/>
                        <StudyEventRef StudyEventOID="SE_M3" OrderNumber="3" Mandatory="Yes"/>
                        <StudyEventRef StudyEventOID="SE_END" OrderNumber="4" Mandatory="Yes"/>
                        <StudyEventRef StudyEventOID="SE_LOGS" OrderNumber="5" Mandatory="Yes"/>
                      </StudyEventGroupDef>
                %s%s%s%s%s%s
                    </MetaDataVersion>
                  </Study>
                </ODM>
                """.formatted(events(), forms(), typed(), computed(), code(), methods());
    }

    private static String events() {
        return event("SE_BASE", "Scheduled", "VAS")
                + event("SE_M1", "Scheduled", "VAS")
                + event("SE_M3", "Scheduled", "VAS")
                + event("SE_END", "Scheduled", "EOS")
                + event("SE_LOGS", "Common", "AE");
    }

    private static String event(String oid, String type, String form) {
        return """
                <StudyEventDef OID="%s" Name="%s" Repeating="No" Type="%s">
                  <ItemGroupRef ItemGroupOID="%s" OrderNumber="1" Mandatory="Yes"/>
                </StudyEventDef>
                """.formatted(oid, oid, type, form);
    }

    private static String forms() {
        return form("VAS", "No", "", "PAIN", "*CHG", "*DIFF", "*TOTAL")
                + form("EOS", "No", "", "EOSOK", "?EOSNOTE", "*WORST", "*LASTP")
                + form("AE", "Simple", "", "AETERM", "AESER", "AEDAYS", "*AENO");
    }

    private static String form(String oid, String repeating, String more, String... items) {
        StringBuilder text = new StringBuilder("<ItemGroupDef OID=\"%s\" Name=\"%s\" Repeating=\"%s\" Type=\"Form\"%s>"
                .formatted(oid, oid, repeating, more));
        for (int i = 0; i < items.length; i++) {
            String item = items[i].replaceAll("[*?]", "");
            String method = items[i].startsWith("*") ? " MethodOID=\"M_" + item + "\"" : "";
            String hidden = items[i].startsWith("?") ? " CollectionExceptionConditionOID=\"C_" + item + "\"" : "";
            text.append("<ItemRef ItemOID=\"%s\" OrderNumber=\"%d\" Mandatory=\"No\"%s%s/>\n"
                    .formatted(item, i + 1, method, hidden));
        }
        return text.append("</ItemGroupDef>\n").toString();
    }

    private String typed() {
        return item(
                        "PAIN",
                        "decimal",
                        "cb:SignificantDigits=\"1\" cb:UnitOID=\"UN_MM\"",
                        "<RangeCheck Comparator=\"LE\" SoftHard=\"Hard\" cb:OID=\"CK_PAIN\"><CheckValue>100</CheckValue>"
                                + "<ErrorMessage>" + text("At most 100.") + "</ErrorMessage></RangeCheck>")
                + item(
                        "EOSOK",
                        "boolean",
                        "",
                        "<RangeCheck SoftHard=\"Soft\" cb:OID=\"CK_EOSOK\"><FormalExpression Context=\"cel\"><Code><![CDATA["
                                + check + "]]></Code></FormalExpression><ErrorMessage>"
                                + text("A serious event is there.")
                                + "</ErrorMessage></RangeCheck>")
                + item("EOSNOTE", "text", "", "")
                + item("AETERM", "text", "", "")
                + item("AESER", "text", "", "<CodeListRef CodeListOID=\"CL_NY\"/>")
                + item("AEDAYS", "integer", "", "");
    }

    private String computed() {
        return methods.keySet().stream()
                .map(item -> item(item, "decimal", "cb:SignificantDigits=\"1\"", ""))
                .collect(Collectors.joining());
    }

    private static String item(String oid, String type, String more, String inside) {
        return "<ItemDef OID=\"%s\" Name=\"%s\" DataType=\"%s\" %s><Question>%s</Question>%s</ItemDef>\n"
                .formatted(oid, oid, type, more, text(oid), inside);
    }

    private static String code() {
        return """
                <CodeList OID="CL_NY" Name="No Yes" DataType="text">
                  <CodeListItem CodedValue="N" OrderNumber="1"><Decode>%s</Decode></CodeListItem>
                  <CodeListItem CodedValue="Y" OrderNumber="2"><Decode>%s</Decode></CodeListItem>
                </CodeList>
                """.formatted(text("No"), text("Yes"));
    }

    private String methods() {
        StringBuilder text = new StringBuilder("<ConditionDef OID=\"C_EOSNOTE\" Name=\"C\"><Description>" + text("C")
                + "</Description><FormalExpression Context=\"cel\"><Code><![CDATA[" + condition
                + "]]></Code></FormalExpression></ConditionDef>\n");
        methods.forEach((item, method) ->
                text.append(("<MethodDef OID=\"M_%s\" Name=\"M_%s\" Type=\"Computation\"><Description>%s</Description>"
                                + "<FormalExpression Context=\"cel\"><Code><![CDATA[%s]]></Code></FormalExpression></MethodDef>\n")
                        .formatted(item, item, text(item), method)));
        return text + """
                <cb:Unit OID="UN_MM" Name="mm" Symbol="mm" Standard="UN_MM" Factor="1" Offset="0"/>
                <cb:Unit OID="UN_CM" Name="cm" Symbol="cm" Standard="UN_MM" Factor="10" Offset="0"/>
                """;
    }

    private static String text(String words) {
        return "<TranslatedText xml:lang=\"en\" Type=\"text/plain\">" + words + "</TranslatedText>";
    }
}
