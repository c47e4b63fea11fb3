package org.casebook.veil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaksTest {

    private static List<Leaks.Leak> leaks(String from, String to) throws IOException {
        return leaks("edc-it/src/test/resources/studies/blinded.xml", from, to);
    }

    private static List<Leaks.Leak> leaks(String path, String from, String to) throws IOException {
        String file = Files.readString(StudyFiles.root().resolve(path)).replace("BLIND=\"\"", "cb:Blinded=\"Yes\"");
        assertThat(file).contains(from);
        StudyDefinition study =
                new DefinitionReader().read(file.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return Leaks.of(study, new StudyRules(study), Veil.NONE);
    }

    @Test
    void a_study_that_shows_nothing_of_what_it_hides_has_none() throws IOException {
        assertThat(leaks("OID=\"BLINDED.1\"", "OID=\"BLINDED.9\"")).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        F_DOSE.WEIGHT &lt; 60 | F_DOSE.VIAL == "x" | StudyEventDef SE.1 | form F.HEAVY is collected depends by condition C.LIGHT on F_DOSE.VIAL
        F_DOSE.WEIGHT &lt; 60 | F_DOSE.TEXT2 == "x" | StudyEventDef SE.1 | form F.HEAVY is collected depends by condition C.LIGHT on F_DOSE.TEXT2
        F_DOSE.WEIGHT >= 60 | size(rows.F_VIALS.ROWVIAL) > 1 | StudyEventDef SE.1 | form F.LIGHT is collected depends by condition C.HEAVY on rows.F_VIALS.ROWVIAL
        SoftHard="Soft" cb:OID="CK.WEIGHT" | SoftHard="Hard" cb:OID="CK.WEIGHT" | ItemDef WEIGHT | hard check CK.WEIGHT looks on form F.DOSE at VIAL
        """)
    void what_shows_beyond_the_values_is_told_with_its_place(String from, String to, String place, String words)
            throws IOException {
        assertThat(leaks(from, to)).singleElement().satisfies(leak -> {
            assertThat(leak.kind() + " " + leak.oid()).isEqualTo(place);
            assertThat(leak.sentence()).contains(words);
        });
    }

    @Test
    void a_time_by_which_windows_are_judged_cannot_be_hidden() throws IOException {
        List<Leaks.Leak> leaks = leaks(
                "config/studies/wilson.xml",
                "<ItemRef ItemOID=\"CALLTIM\"",
                "<ItemRef ItemOID=\"CALLTIM\" cb:Blinded=\"Yes\"");
        assertThat(leaks)
                .extracting(leak -> leak.kind() + " " + leak.oid())
                .containsExactlyInAnyOrder("StudyEventDef SE_H24", "StudyEventDef SE_H48");
    }

    @Test
    void a_date_from_which_windows_are_counted_cannot_be_hidden() throws IOException {
        List<Leaks.Leak> leaks = leaks(
                "config/studies/bmmsc-dmso.xml",
                "<ItemRef ItemOID=\"INJDAT\"",
                "<ItemRef ItemOID=\"INJDAT\" cb:Blinded=\"Yes\"");
        assertThat(leaks)
                .extracting(leak -> leak.kind() + " " + leak.oid())
                .contains("StudyEventDef SE_DAY1", "StudyEventDef SE_MONTH6", "ItemDef INJDAT");
        assertThat(leaks)
                .anySatisfy(leak -> assertThat(leak.sentence())
                        .contains("window is counted from item INJDAT of form INJ")
                        .contains("Count it from another date"));
        assertThat(leaks).anySatisfy(leak -> assertThat(leak.sentence()).contains("by its role INJECTION_DATE"));
    }

    @Test
    void visits_of_one_arm_need_a_visit_of_all_arms_after_which_the_arm_is_known() throws IOException {
        String file = "config/studies/bmmsc-dmso.xml";
        assertThat(leaks(file, "UnblindAfter=\"SE_MONTH6\"", "UnblindAfter=\"SE_MONTH3\""))
                .isEmpty();
        for (String odd : List.of("", "UnblindAfter=\"SE_XDAY0\"", "UnblindAfter=\"SE_LOGS\"")) {
            assertThat(leaks(file, "UnblindAfter=\"SE_MONTH6\"", odd))
                    .as(odd)
                    .singleElement()
                    .satisfies(leak -> {
                        assertThat(leak.oid()).isEqualTo("SE_MONTH12");
                        assertThat(leak.sentence()).contains("Only participants of the arm ARM_BMMSC have it");
                    });
        }
    }

    @Test
    void a_visit_of_all_arms_is_not_counted_from_one_that_only_one_arm_has() throws IOException {
        assertThat(leaks("config/studies/bmmsc-dmso.xml", "SuccessorOID=\"SE_XWEEK2\"", "SuccessorOID=\"SE_END\""))
                .singleElement()
                .satisfies(leak -> {
                    assertThat(leak.oid()).isEqualTo("SE_END");
                    assertThat(leak.sentence()).contains("counted from SE_XDAY0");
                });
    }

    @Test
    void what_all_arms_have_links_to_no_rows_that_only_one_arm_has() throws IOException {
        String file = "config/studies/bmmsc-dmso.xml";
        String link = "<ItemGroupRef ItemGroupOID=\"XIE\" OrderNumber=\"1\" Mandatory=\"Yes\"/>";
        assertThat(leaks(file, link, link + "<ItemGroupRef ItemGroupOID=\"AE\" OrderNumber=\"9\" Mandatory=\"No\"/>"))
                .singleElement()
                .satisfies(leak -> {
                    assertThat(leak.kind() + " " + leak.oid()).isEqualTo("ItemDef CMAENO");
                    assertThat(leak.sentence())
                            .contains("On form CM, which all arms have, it links to rows of AE at visits that only");
                });
    }

    @Test
    void what_all_arms_have_is_not_made_of_what_only_one_arm_has() throws IOException {
        assertThat(leaks(
                        "config/studies/bmmsc-dmso.xml",
                        "<ItemRef ItemOID=\"EOSDAT\" OrderNumber=\"2\" Mandatory=\"Yes\" ",
                        "<ItemRef ItemOID=\"EOSDAT\" OrderNumber=\"2\" Mandatory=\"Yes\""
                                + " CollectionExceptionConditionOID=\"C_X_ELIGIBLE\" "))
                .anySatisfy(leak -> {
                    assertThat(leak.kind() + " " + leak.oid()).isEqualTo("ItemDef EOSDAT");
                    assertThat(leak.sentence()).contains("the form would change with them");
                });
    }

    @Test
    void a_log_that_only_one_arm_has_would_be_seen() throws IOException {
        assertThat(leaks(
                        "config/studies/bmmsc-dmso.xml",
                        "<StudyEventRef StudyEventOID=\"SE_XWEEK2\" OrderNumber=\"2\" Mandatory=\"Yes\"/>",
                        "<StudyEventRef StudyEventOID=\"SE_XWEEK2\" OrderNumber=\"2\" Mandatory=\"Yes\"/>"
                                + "<StudyEventRef StudyEventOID=\"SE_LOGS\" OrderNumber=\"9\" Mandatory=\"No\"/>"))
                .anySatisfy(leak -> {
                    assertThat(leak.oid()).isEqualTo("SE_LOGS");
                    assertThat(leak.sentence()).contains("Its logs stand at no visit");
                });
    }

    @Test
    void the_blinded_see_nothing_of_visits_of_one_arm() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        StudyRules rules = new StudyRules(study);
        Veil veil = Veil.of(study, rules);
        assertThat(veil.events())
                .containsExactlyInAnyOrder(
                        "SE_MONTH12", "SE_MONTH18", "SE_XDAY0", "SE_XWEEK2", "SE_XMONTH3", "SE_XMONTH6", "SE_XMONTH12");
        assertThat(veil.items()).isEmpty();
        assertThat(veil.hides(rules, null, "SE_XMONTH3.PAIN.VASBACK")).isTrue();
        assertThat(veil.hides(rules, null, "XIE.XIEYN")).isTrue();
        assertThat(veil.hides(rules, null, "SE_MONTH3.PAIN.VASBACK")).isFalse();
        assertThat(veil.withEventsSeen().isEmpty()).isTrue();
    }

    @Test
    void a_value_that_a_criterion_looks_at_cannot_be_hidden() throws IOException {
        assertThat(leaks(
                        "config/studies/bmmsc-dmso.xml",
                        "<ItemRef ItemOID=\"SEX\"",
                        "<ItemRef ItemOID=\"SEX\" cb:Blinded=\"Yes\""))
                .anySatisfy(leak -> {
                    assertThat(leak.kind()).isEqualTo("Criterion");
                    assertThat(leak.sentence()).contains("whether it is met would tell them");
                });
    }

    @Test
    void what_another_version_hides_is_not_told_by_this_one() throws IOException {
        String file = Files.readString(StudyFiles.root().resolve("edc-it/src/test/resources/studies/blinded.xml"))
                .replace("BLIND=\"\"", "");
        StudyDefinition unmarked = new DefinitionReader()
                .read(file.replace("F_DOSE.WEIGHT >= 60", "F_DOSE.TEXT2 == \"x\"")
                        .getBytes(StandardCharsets.UTF_8));
        StudyRules rules = new StudyRules(unmarked);
        assertThat(Leaks.of(unmarked, rules, Veil.NONE)).isEmpty();
        Veil other = new Veil(Set.of("F.DOSE/VIAL"), Set.of(), Set.of());
        assertThat(Leaks.of(unmarked, rules, other))
                .singleElement()
                .satisfies(leak -> assertThat(leak.sentence())
                        .contains("form F.LIGHT is collected depends by condition C.HEAVY on F_DOSE.TEXT2"));
    }
}
