package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.laboratory.AgeBand;
import org.casebook.laboratory.RangeView;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.rendering.CanonicalFile;
import org.casebook.rules.DataType;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Laboratory values on a form: flagged when entered, and as they were flagged until something that decides it changes. */
class LaboratoryFindingTest {

    private static final Path FILE = Path.of("../edc-it/src/test/resources/studies/laboratory.xml");
    private static final String SEX = "SE_1.DM.SEX";

    private final List<RangeView> ranges = new ArrayList<>();
    private final Map<String, TypedValue> elsewhere = new HashMap<>();
    private StudyDefinition study;
    private StudyRules rules;
    private FormDocument document = FormDocument.EMPTY;

    @BeforeEach
    void read() throws IOException {
        study = new DefinitionReader().read(Files.readAllBytes(FILE));
        rules = new StudyRules(study);
        elsewhere.put(SEX, new TypedValue(DataType.CHOICE, "F"));
        elsewhere.put("SE_1.DM.BRTHDAT", new TypedValue(DataType.PARTIAL_DATE, "1980"));
        ranges.add(women("120", "160", 1));
        document = judge().judge(document);
        type("LBNAM", "Central lab");
        type("LBDAT", "2024-05-02");
    }

    @Test
    void a_value_out_of_range_asks_whether_it_matters_and_is_no_error() {
        assertThat(document.item("HGB_SIG").hidden()).isTrue();
        type("HGB", "119");
        assertThat(text("HGB_IND")).isEqualTo("LOW");
        assertThat(text("HGB_LO")).isEqualTo("120");
        assertThat(text("HGB_HI")).isEqualTo("160");
        assertThat(text("HGB_RANGE"))
                .startsWith("120–160 g/L, Central lab, F, 18–65 years, from 2024-01-01; range 7.1;");
        assertThat(document.item("HGB").checks()).isEmpty();
        assertThat(document.item("HGB_SIG").hidden()).isFalse();
        type("HGB", "130");
        assertThat(text("HGB_IND")).isEqualTo("NORMAL");
        assertThat(document.item("HGB_SIG").hidden()).isTrue();
        type("HGB", null);
        assertThat(text("HGB_IND")).isNull();
        assertThat(text("HGB_RANGE")).isNull();
    }

    @Test
    void the_unit_in_which_it_was_typed_makes_no_difference() {
        type("HGB", "11.9", "U.GDL");
        assertThat(text("HGB_IND")).isEqualTo("LOW");
        ranges.set(
                0,
                new RangeView(
                        7,
                        2,
                        "CENTRAL",
                        "Central lab",
                        null,
                        "HGB",
                        "g/dL",
                        dec("12"),
                        dec("16"),
                        "F",
                        AgeBand.ANY,
                        LocalDate.parse("2024-01-01"),
                        null));
        type("HGB", "121");
        assertThat(text("HGB_IND")).isEqualTo("NORMAL");
        assertThat(text("HGB_LO")).isEqualTo("120");
        type("HGB", "16.1", "U.GDL");
        assertThat(text("HGB_IND")).isEqualTo("HIGH");
    }

    @Test
    void a_later_change_of_ranges_rewrites_nothing_until_what_was_judged_changes() {
        type("HGB", "119");
        ranges.set(0, women("100", "160", 2));
        document = judge().judge(document);
        type("HGB_COM", "known anaemia");
        assertThat(text("HGB_IND")).isEqualTo("LOW");
        assertThat(text("HGB_RANGE")).contains("range 7.1");
        long revision = document.item("HGB_IND").revision();
        type("HGB", "118");
        assertThat(text("HGB_IND")).isEqualTo("NORMAL");
        assertThat(text("HGB_RANGE")).contains("range 7.2");
        assertThat(document.item("HGB_IND").revision()).isEqualTo(revision + 1);
    }

    @Test
    void laboratory_date_sex_and_birth_are_judged_again_when_they_change() {
        type("HGB", "119");
        type("LBNAM", "Elsewhere");
        assertThat(text("HGB_IND")).isNull();
        assertThat(text("HGB_RANGE")).startsWith("no range");
        type("LBNAM", "CENTRAL");
        assertThat(text("HGB_IND")).isEqualTo("LOW");
        type("LBDAT", "2023-05-02");
        assertThat(text("HGB_IND")).isNull();
        type("LBDAT", "2024-05-02");
        elsewhere.put(SEX, new TypedValue(DataType.CHOICE, "M"));
        document = judge().judge(document);
        assertThat(text("HGB_IND")).isNull();
    }

    @Test
    void the_study_is_written_and_read_again_as_it_was() {
        byte[] written = CanonicalFile.of(study);
        assertThat(new DefinitionReader().read(written)).isEqualTo(study);
        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains("<cb:Laboratory Analyte=\"HGB\"", "Part=\"Flag\"");
    }

    @Test
    void the_form_looks_at_sex_and_birth_where_they_are() {
        assertThat(rules.foreignItems("LB"))
                .extracting(StudyRules.ItemPath::name)
                .containsExactlyInAnyOrder(SEX, "SE_1.DM.BRTHDAT");
        assertThat(rules.form("LB", "SE.1").foreignNames(java.util.Set.of("LBDAT")))
                .contains(SEX);
    }

    @Test
    void what_cannot_be_judged_is_a_fault_of_the_file() throws IOException {
        String file = Files.readString(FILE);
        assertThat(fault(file.replace("Sex=\"SE_1.DM.SEX\"", "Sex=\"NOPE\""))).contains("asks for NOPE");
        assertThat(fault(file.replace("SampleDate=\"LBDAT\"", "SampleDate=\"LBNAM\"")))
                .contains("asks for LBNAM");
        assertThat(fault(file.replace("Of=\"HGB\" Part=\"Flag\"", "Of=\"LBDAT\" Part=\"Flag\"")))
                .contains("no laboratory value");
        assertThat(fault(file.replace("Part=\"Flag\"", "Part=\"Colour\""))).contains("Colour");
    }

    private void type(String oid, String text) {
        type(oid, text, null);
    }

    private void type(String oid, String text, String unit) {
        FormJudge judge = judge();
        ItemDefinition item = judge.definition().item(oid);
        ItemState held = document.item(oid);
        Entry entry = new Entry("key", oid, text, unit, null, held.revision(), null);
        document = judge.judgeAgain(document.with(oid, judge.read(item, held, entry)), item);
    }

    private String text(String oid) {
        return document.item(oid).text();
    }

    private FormJudge judge() {
        FormJudge.Site site = new FormJudge.Site() {
            @Override
            public ZoneId zone() {
                return null;
            }

            @Override
            public List<RangeView> ranges(String analyte) {
                return analyte.equals("HGB") ? ranges : List.of();
            }
        };
        return new FormJudge(study, study.form("LB"), rules.form("LB", "SE.1"), Values.of(elsewhere), site);
    }

    private static RangeView women(String low, String high, int version) {
        AgeBand adults = new AgeBand(18, 65, AgeBand.Unit.YEARS);
        return new RangeView(
                7,
                version,
                "CENTRAL",
                "Central lab",
                null,
                "HGB",
                "g/L",
                dec(low),
                dec(high),
                "F",
                adults,
                LocalDate.parse("2024-01-01"),
                null);
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private static String fault(String file) {
        try {
            new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (StudyFileIsFaulty faulty) {
            return faulty.faults().toString();
        }
    }
}
