package org.casebook.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.dialect.StudyFile;
import org.casebook.odm.Fault;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An OID that returns means what it meant, or the file is refused with element, OID and line. */
class OidReturnsTest {

    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" xmlns:cb="http://casebook.org/ns/odm/v1" FileType="Snapshot"
                 FileOID="F" ODMVersion="2.0" CreationDateTime="2026-01-01T00:00:00Z">
              <Study OID="RETURNS" StudyName="Returns" ProtocolName="Returns">
                <MetaDataVersion OID="V.1" Name="First">
                  <StudyEventDef OID="SE" Name="Visit" Repeating="No" Type="Scheduled">
                    <ItemGroupRef ItemGroupOID="VS" Mandatory="Yes"/>
                  </StudyEventDef>
                  <StudyEventDef OID="SE.EXTRA" Name="Extra" Repeating="No" Type="Unscheduled">
                    <ItemGroupRef ItemGroupOID="AE" Mandatory="No"/>
                  </StudyEventDef>
                  <ItemGroupDef OID="VS" Name="Vital signs" Repeating="No" Type="Form">
                    <ItemRef ItemOID="PULSE" Mandatory="Yes"/>
                    <ItemRef ItemOID="WEIGHT" Mandatory="Yes"/>
                    <ItemRef ItemOID="SEX" Mandatory="No"/>
                    <ItemRef ItemOID="RACE" Mandatory="No"/>
                    <ItemRef ItemOID="PAIN" Mandatory="No"/>
                    <ItemRef ItemOID="REMARK" Mandatory="No"/>
                  </ItemGroupDef>
                  <ItemGroupDef OID="AE" Name="Event" Repeating="No" Type="Form">
                    <ItemRef ItemOID="AETERM" Mandatory="Yes"/>
                  </ItemGroupDef>
                  <ItemDef OID="PULSE" Name="PULSE" DataType="integer" Length="3">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Pulse</TranslatedText></Question>
                    <RangeCheck Comparator="LE" SoftHard="Soft" cb:OID="CH.PULSE"><CheckValue>200</CheckValue></RangeCheck>
                  </ItemDef>
                  <ItemDef OID="WEIGHT" Name="WEIGHT" DataType="decimal" cb:UnitOID="KG">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Weight</TranslatedText></Question>
                  </ItemDef>
                  <ItemDef OID="SEX" Name="SEX" DataType="text">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Sex</TranslatedText></Question>
                    <CodeListRef CodeListOID="CL.SEX"/>
                  </ItemDef>
                  <ItemDef OID="RACE" Name="RACE" DataType="text" cb:MultiSelect="Yes">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Race</TranslatedText></Question>
                    <CodeListRef CodeListOID="CL.SEX"/>
                  </ItemDef>
                  <ItemDef OID="PAIN" Name="PAIN" DataType="integer" cb:Widget="VAS">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Pain</TranslatedText></Question>
                    <cb:Scale Low="0" High="10"/>
                  </ItemDef>
                  <ItemDef OID="REMARK" Name="REMARK" DataType="text">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Remark</TranslatedText></Question>
                  </ItemDef>
                  <ItemDef OID="AETERM" Name="AETERM" DataType="text">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Event</TranslatedText></Question>
                  </ItemDef>
                  <CodeList OID="CL.SEX" Name="Sex" DataType="text">
                    <CodeListItem CodedValue="F"><Decode><TranslatedText xml:lang="en" Type="text/plain">Female</TranslatedText></Decode></CodeListItem>
                    <CodeListItem CodedValue="M"><Decode><TranslatedText xml:lang="en" Type="text/plain">Male</TranslatedText></Decode></CodeListItem>
                  </CodeList>
                  <CodeList OID="CL.OTHER" Name="Other" DataType="text">
                    <CodeListItem CodedValue="F"><Decode><TranslatedText xml:lang="en" Type="text/plain">False</TranslatedText></Decode></CodeListItem>
                  </CodeList>
                  <cb:Unit OID="KG" Name="kilogram" Symbol="kg"/>
                  <cb:Unit OID="LB" Name="pound" Symbol="lb" Standard="KG" Factor="0.45359237"/>
                </MetaDataVersion>
              </Study>
            </ODM>
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DataType="integer" Length="3"              | DataType="decimal" Length="3"             | ItemDef       | PULSE    | type was integer
            DataType="decimal" cb:UnitOID="KG"         | DataType="decimal" cb:UnitOID="LB"        | ItemDef       | WEIGHT   | unit was KG
            DataType="decimal" cb:UnitOID="KG"         | DataType="decimal"                        | ItemDef       | WEIGHT   | is none here
            >Female<                                   | >Feminine person<                         | CodeListItem  | CL.SEX   | F meant “Female”
            DataType="text" cb:MultiSelect="Yes"       | DataType="text"                           | ItemDef       | RACE     | any number of codes
            High="10"                                  | High="100"                                | ItemDef       | PAIN     | scale was 0 to 10
            Symbol="lb"                                | Symbol="st"                               | cb:Unit       | LB       | unit was
            Factor="0.45359237"                        | Factor="0.5"                              | cb:Unit       | LB       | × 0.5
            Repeating="No" Type="Unscheduled"          | Repeating="No" Type="Scheduled"           | StudyEventDef | SE.EXTRA | a visit as needed
            """)
    void a_new_meaning_is_refused_where_it_stands(String old, String changed, String element, String oid, String says) {
        List<Fault> faults = faults(old, changed);
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.element()).isEqualTo(element);
            assertThat(fault.oid()).isEqualTo(oid);
            assertThat(fault.sentence()).contains(says).contains("V.1");
            String line = FILE.replace(old, changed).lines().toList().get(fault.line() - 1);
            assertThat(line).contains(element.equals("CodeListItem") ? changed : "OID=\"" + oid);
        });
    }

    @Test
    void a_form_that_becomes_a_log_and_a_choice_that_becomes_free_text_are_refused() {
        String log = FILE.replace("Repeating=\"No\" Type=\"Unscheduled\"", "Repeating=\"Yes\" Type=\"Common\"")
                .replace("Name=\"Event\" Repeating=\"No\"", "Name=\"Event\" Repeating=\"Simple\"");
        assertThat(faults(log))
                .extracting(fault -> fault.element() + " " + fault.oid())
                .containsExactlyInAnyOrder("StudyEventDef SE.EXTRA", "ItemGroupDef AE");
        String free = FILE.replaceFirst("<CodeListRef CodeListOID=\"CL.SEX\"/>", "");
        assertThat(faults(free)).singleElement().satisfies(fault -> {
            assertThat(fault.oid()).isEqualTo("SEX");
            assertThat(fault.sentence()).contains("one code of a list").contains("is text here");
        });
    }

    @Test
    void an_item_that_takes_another_list_keeps_the_meaning_of_its_codes() {
        String other = FILE.replaceFirst("CodeListOID=\"CL.SEX\"", "CodeListOID=\"CL.OTHER\"");
        assertThat(faults(other)).singleElement().satisfies(fault -> {
            assertThat(fault.element()).isEqualTo("ItemDef");
            assertThat(fault.oid()).isEqualTo("SEX");
            assertThat(fault.sentence()).contains("“Female”").contains("“False”");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Length="3"           | Length="4"
            SoftHard="Soft"      | SoftHard="Hard"
            >200<                | >220<
            >Pulse<              | >Heart rate<
            >Female<             | >female <
            Mandatory="No"       | Mandatory="Yes"
            Name="kilogram"      | Name="Kilogram"
            Factor="0.45359237"  | Factor="0.453592370"
            DataType="decimal"   | DataType="float"
            OID="PULSE"          | OID="PULSE2"
            """)
    void what_may_change_may_change(String old, String changed) {
        String file = FILE.replace("Item" + old, "Item" + changed).replace(old, changed);
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void a_new_code_a_lost_code_and_a_new_language_are_no_new_meaning() {
        String more = FILE.replace(
                "<CodeListItem CodedValue=\"M\"><Decode>",
                "<CodeListItem CodedValue=\"U\"><Decode><TranslatedText xml:lang=\"en\" Type=\"text/plain\">Unknown</TranslatedText></Decode></CodeListItem>"
                        + "<CodeListItem CodedValue=\"M\"><Decode><TranslatedText xml:lang=\"de\" Type=\"text/plain\">Mann</TranslatedText>");
        assertThat(faults(more)).isEmpty();
        assertThat(against(FILE, more)).isEmpty();
    }

    @Test
    void a_code_that_returns_in_other_languages_only_is_refused_unless_a_version_between_knows_both() {
        String german = FILE.replace(
                "xml:lang=\"en\" Type=\"text/plain\">Female<", "xml:lang=\"de\" Type=\"text/plain\">Mann<");
        assertThat(faults(german)).singleElement().satisfies(fault -> {
            assertThat(fault.element()).isEqualTo("CodeListItem");
            assertThat(fault.oid()).isEqualTo("CL.SEX");
            assertThat(fault.sentence()).contains("“Female”").contains("“Mann”").contains("other languages only");
            assertThat(fault.line()).isPositive();
        });
        String both = FILE.replace(
                        "xml:lang=\"en\" Type=\"text/plain\">Female</TranslatedText>",
                        "xml:lang=\"en\" Type=\"text/plain\">Female</TranslatedText>"
                                + "<TranslatedText xml:lang=\"de\" Type=\"text/plain\">Frau</TranslatedText>")
                .replace("V.1", "V.2");
        String woman = german.replace("Mann", "Frau").replace("V.1", "V.3");
        assertThat(new OidReturns(tree(woman), read(woman)).against(List.of(read(both), read(FILE))))
                .isEmpty();
        assertThat(new OidReturns(tree(german), read(german)).against(List.of(read(both), read(FILE))))
                .isNotEmpty();
    }

    @Test
    void a_decode_without_a_language_is_english() {
        assertThat(faults(FILE.replace(
                        "<TranslatedText xml:lang=\"en\" Type=\"text/plain\">Female<",
                        "<TranslatedText Type=\"text/plain\">Male<")))
                .isNotEmpty();
    }

    @Test
    void arms_do_not_swap_their_names() {
        String arms = FILE.replace(
                "<StudyEventDef OID=\"SE\"",
                "<Protocol><StudyStructure><Arm OID=\"A\" Name=\"Cells\"/><Arm OID=\"B\" Name=\"Sham\"/></StudyStructure></Protocol><StudyEventDef OID=\"SE\"");
        String swapped = arms.replace("Cells", "x").replace("Sham", "cells").replace("\"x\"", "\"Sham\"");
        assertThat(against(swapped, arms))
                .extracting(fault -> fault.element() + " " + fault.oid())
                .containsExactlyInAnyOrder("Arm A", "Arm B");
        assertThat(against(swapped, arms))
                .allSatisfy(fault -> assertThat(fault.sentence()).contains("V.1"));
        assertThat(against(arms.replace("Cells", "Cells in DMSO"), arms)).isEmpty();
    }

    @Test
    void every_released_version_counts_and_the_newest_is_named() throws IOException {
        String second = FILE.replace("V.1", "V.2");
        String third = FILE.replace("V.1", "V.3").replace("DataType=\"integer\" Length=\"3\"", "DataType=\"text\"");
        List<Fault> faults = new OidReturns(tree(third), read(third)).against(List.of(read(second), read(FILE)));
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("V.2"));
        String without = second.replace("<ItemRef ItemOID=\"PULSE\" Mandatory=\"Yes\"/>", "");
        int at = without.indexOf("<ItemDef OID=\"PULSE\"");
        String gone = without.substring(0, at) + without.substring(without.indexOf("</ItemDef>", at) + 10);
        assertThat(new OidReturns(tree(third), read(third)).against(List.of(read(gone), read(FILE))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("V.1"));
    }

    private static List<Fault> faults(String old, String changed) {
        assertThat(FILE).contains(old);
        return faults(FILE.replace(old, changed));
    }

    private static List<Fault> faults(String file) {
        assertThat(file).isNotEqualTo(FILE);
        return against(file, FILE);
    }

    private static List<Fault> against(String file, String released) {
        return new OidReturns(tree(file), read(file)).against(List.of(read(released)));
    }

    private static OdmElement tree(String file) {
        return new StudyFile(file.getBytes(StandardCharsets.UTF_8)).read(new Faults(), new Remarks());
    }

    private static StudyDefinition read(String file) {
        return new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
    }
}
