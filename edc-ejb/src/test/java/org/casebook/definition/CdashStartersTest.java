package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casebook.definition.CodeListDefinition.CodeListItem;
import org.casebook.kernel.Truth;
import org.casebook.rules.FormFindings;
import org.casebook.rules.FormFindings.FiredCheck;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.casebook.rules.Visibility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The starter forms that builders copy from: whole, in two languages, and doing what they say. */
class CdashStartersTest {

    private static StudyDefinition study;
    private static StudyRules rules;

    @BeforeAll
    static void read() throws IOException {
        study = StudyFiles.read("cdash-starters.xml");
        rules = new StudyRules(study);
    }

    @Test
    void everyDomainHasItsFormAndRowsAreLogs() {
        assertThat(study.forms().keySet())
                .containsExactlyInAnyOrder("IC", "DM", "IE", "MH", "CM", "AE", "VS", "LB", "EX", "DS");
        assertThat(study.forms().values().stream().filter(FormDefinition::log).map(FormDefinition::oid))
                .containsExactlyInAnyOrder("MH", "CM", "AE", "EX");
    }

    @Test
    void everythingThatIsReadIsWrittenInEnglishAndGerman() {
        Stream<TranslatedText> names = study.forms().values().stream()
                .flatMap(form -> Stream.concat(
                        Stream.of(form.name(), form.help()),
                        form.sections().stream().map(SectionDefinition::title)));
        Stream<TranslatedText> items = items().flatMap(item -> Stream.concat(
                Stream.of(item.question(), item.help()), item.checks().stream().map(CheckDefinition::message)));
        Stream<TranslatedText> codes = study.codeLists().values().stream()
                .flatMap(list -> list.items().stream().map(CodeListItem::decode));
        Stream<TranslatedText> events = study.events().stream().map(EventDefinition::name);
        assertThat(Stream.of(names, items, codes, events).flatMap(texts -> texts))
                .hasSizeGreaterThan(300)
                .filteredOn(text -> !text.isEmpty())
                .allSatisfy(text -> assertThat(text.byLanguage()).containsKeys("en", "de"));
    }

    @Test
    void variablesOfCdashGoByTheirNames() {
        assertThat(items().filter(item -> alias(item, "CDASH") != null))
                .hasSizeGreaterThan(70)
                .allSatisfy(item -> assertThat(alias(item, "CDASH")).isEqualTo(item.oid()));
        assertThat(alias(study.item("AE", "AESTDAT"), "SDTM")).isEqualTo("AESTDTC");
        assertThat(alias(study.item("VS", "SYSBP_VSORRES"), "SDTM")).isEqualTo("VSORRES where VSTESTCD = SYSBP");
    }

    private static Stream<ItemDefinition> items() {
        return study.forms().values().stream().flatMap(form -> form.items().stream());
    }

    private static String alias(ItemDefinition item, String context) {
        return item.aliases().stream()
                .filter(alias -> alias.context().equals(context))
                .map(ItemDefinition.Alias::name)
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"MH,MHONGO,MHENDAT", "CM,CMONGO,CMENDAT", "AE,AEONGO,AEENDAT"})
    void whatGoesOnHasNoEnd(String form, String ongoing, String end) {
        assertThat(judge(form, Map.of(ongoing, "Y"), Map.of()).visibility()).containsEntry(end, Visibility.HIDDEN);
        assertThat(judge(form, Map.of(ongoing, "N"), Map.of()).visibility()).containsEntry(end, Visibility.SHOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "MH,MHSTDAT=2024-05;MHENDAT=2024-04,CK_MHENDAT_ORD",
        "CM,CMSTDAT=2024-05-02;CMENDAT=2024-05-01,CK_CMENDAT_ORD",
        "AE,AESTDAT=2024-05;AEENDAT=2024-04-30,CK_AEENDAT_ORD",
        "EX,EXSTDAT=2024-05-02;EXENDAT=2024-05-01,CK_EXENDAT_ORD",
        "AE,AEOUT=FATAL;AESER=N,CK_AEOUT_FATAL",
        "AE,AEOUT=RECOVERED/RESOLVED;AEONGO=Y,CK_AEOUT_ONGO",
        "AE,AESER=Y;AESDTH=N;AESLIFE=N;AESHOSP=N;AESDISAB=N;AESCONG=N;AESMIE=N,CK_AESER_WHY",
        "VS,SYSBP_VSORRES=110;DIABP_VSORRES=110,CK_DIABP_BELOW",
        "VS,SYSBP_VSORRES=230,CK_SYSBP_VSORRES_BAND",
        "LB,K_LBORRES=7.5,CK_K_BAND",
        "IE,INCL01=Y;EXCL01=Y;IEYN=true,CK_IEYN_CRIT"
    })
    void checksFire(String form, String values, String check) {
        assertThat(judge(form, values(values), Map.of()).fired())
                .extracting(FiredCheck::check)
                .contains(check);
    }

    @ParameterizedTest
    @CsvSource({
        "MH,MHSTDAT=2024;MHENDAT=2024-04",
        "AE,AESTDAT=2024-05;AEENDAT=2024-05;AEOUT=RECOVERED/RESOLVED;AEONGO=N;AESER=N",
        "AE,AESER=Y;AESHOSP=Y;AEOUT=FATAL;AEONGO=N",
        "VS,VSPERF=Y;SYSBP_VSORRES=120;DIABP_VSORRES=80;WEIGHT_VSORRES=70;WEIGHT_VSORRESU=kg",
        "LB,LBPERF=Y;K_LBORRES=4.2",
        "IE,INCL01=Y;EXCL01=N;IEYN=true",
        "IE,EXCL01=Y;IEYN=false"
    })
    void checksAreSilentWhereAllIsWellOrUnknown(String form, String values) {
        assertThat(judge(form, values(values), Map.of()).fired()).isEmpty();
    }

    @Test
    void measurementsAreConverted() {
        Map<String, TypedValue> derived = judge(
                        "VS",
                        values("VSPERF=Y;WEIGHT_VSORRES=154.3;WEIGHT_VSORRESU=LB;HEIGHT_VSORRES=70;HEIGHT_VSORRESU=in;"
                                + "TEMP_VSORRES=98.6;TEMP_VSORRESU=F"),
                        Map.of())
                .derived();
        assertThat(derived.get("WEIGHT_VSSTRESN").text()).isEqualTo("70.0");
        assertThat(derived.get("HEIGHT_VSSTRESN").text()).isEqualTo("177.8");
        assertThat(derived.get("TEMP_VSSTRESN").text()).isEqualTo("37.0");
        assertThat(derived.get("BMI_VSORRES").text()).isEqualTo("22.1");
    }

    @Test
    void aUnitIsAskedForOnceThereIsAMeasurement() {
        assertThat(judge("VS", Map.of("VSPERF", "Y"), Map.of()).visibility())
                .containsEntry("WEIGHT_VSORRESU", Visibility.HIDDEN);
        assertThat(judge("VS", Map.of("VSPERF", "Y", "WEIGHT_VSORRES", "70"), Map.of())
                        .visibility())
                .containsEntry("WEIGHT_VSORRESU", Visibility.SHOWN);
        assertThat(study.item("VS", "WEIGHT_VSORRESU").mandatory()).isTrue();
    }

    @Test
    void ageIsThatAtConsent() {
        Map<String, TypedValue> consent = Map.of(
                "IC.RFICDAT", study.item("IC", "RFICDAT").read("2024-05-02").value());
        assertThat(judge("DM", Map.of("BRTHDAT", "1980-05-03"), consent)
                        .derived()
                        .get("AGE")
                        .text())
                .isEqualTo("43");
        assertThat(judge("DM", Map.of("BRTHDAT", "1980"), consent).derived().get("AGE"))
                .as("an unknown birthday leaves it open")
                .isNull();
    }

    @Test
    void criteriaDecide() {
        assertThat(study.criteria())
                .extracting(criterion -> rules.met(criterion, Values.NONE))
                .containsOnly(Truth.UNKNOWN);
        Map<String, TypedValue> answers = Map.of(
                "IE.INCL01", study.item("IE", "INCL01").read("Y").value(),
                "IE.EXCL01", study.item("IE", "EXCL01").read("Y").value());
        assertThat(study.criteria())
                .extracting(criterion -> rules.met(criterion, Values.of(answers)))
                .isEqualTo(List.of(Truth.TRUE, Truth.FALSE));
    }

    private static FormFindings judge(String form, Map<String, String> typed, Map<String, TypedValue> foreign) {
        Map<String, TypedValue> values = new HashMap<>();
        typed.forEach((item, text) -> {
            TypedValue value = study.item(form, item).read(text).value();
            assertThat(value).as(item + " reads " + text).isNotNull();
            values.put(item, value);
        });
        return rules.form(form).judge(values, foreign);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split(";")) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }
}
