package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import org.casebook.capture.CaseBook;
import org.casebook.capture.ItemState;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.laboratory.LaboratoryDesk;
import org.casebook.laboratory.LaboratoryIsKnown;
import org.casebook.laboratory.LaboratoryView;
import org.casebook.laboratory.RangeDraft;
import org.casebook.laboratory.RangeReport;
import org.casebook.laboratory.RangeView;
import org.casebook.laboratory.RangesOverlap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges are kept by the data manager, and values are held against them as they are entered. */
class LaboratoryIT extends InContainer {
    private static final String STUDY = "LABS";
    private static final Scope ALL = Scope.of(STUDY);
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static int laboratories;

    @Inject
    private Trial trial;

    @Inject
    private Casework work;

    @Inject
    private CaseBook book;

    @Inject
    private LaboratoryDesk desk;

    private String code;

    @BeforeEach
    void open() {
        trial.open(STUDY, "studies/laboratory.xml");
        dataManager();
        code = "LAB" + laboratories++;
        desk.add(ALL, new LaboratoryView(code, "Laboratory " + code, null));
    }

    @Test
    void a_value_is_flagged_by_the_range_of_its_laboratory_sex_age_and_date_and_stays_so() {
        RangeView women = desk.addRange(ALL, range("120", "160", "F", "18", "65", "2024-01-01", null));
        desk.addRange(ALL, range("130", "170", "M", "18", "65", "2024-01-01", null));
        long form = laboratoryForm("F");
        work.type(SITE, form, "HGB", "119");
        assertThat(item(form, "HGB_IND").value()).isEqualTo("LOW");
        assertThat(item(form, "HGB_LO").value()).isEqualTo("120");
        assertThat(item(form, "HGB_RANGE").value()).contains("range " + women.id() + ".1");
        assertThat(item(form, "HGB_SIG").hidden()).isFalse();

        dataManager();
        desk.changeRange(ALL, women.id(), range("100", "160", "F", "18", "65", "2024-01-01", null), "New assay");
        trial.coordinator(STUDY, "101");
        work.type(SITE, form, "HGB_COM", "known anaemia");
        assertThat(item(form, "HGB_IND").value()).as("history is not rewritten").isEqualTo("LOW");
        work.type(SITE, form, "HGB", "118");
        assertThat(item(form, "HGB_IND").value()).isEqualTo("NORMAL");
        assertThat(item(form, "HGB_RANGE").value()).contains("range " + women.id() + ".2");
    }

    @Test
    void a_corrected_sex_on_another_form_judges_the_value_again() {
        desk.addRange(ALL, range("120", "160", "F", null, null, "2024-01-01", null));
        desk.addRange(ALL, range("110", "170", "M", null, null, "2024-01-01", null));
        long form = laboratoryForm("F");
        work.type(SITE, form, "HGB", "119");
        assertThat(item(form, "HGB_IND").value()).isEqualTo("LOW");
        work.type(SITE, demographics, "SEX", "M");
        assertThat(item(form, "HGB_IND").value()).isEqualTo("NORMAL");
    }

    @Test
    void two_ranges_never_tell_of_the_same_sample() {
        RangeView first = desk.addRange(ALL, range("120", "160", "F", "18", null, "2024-01-01", null));
        assertThatThrownBy(() -> desk.addRange(ALL, range("110", "150", null, "60", "70", "2025-01-01", null)))
                .isInstanceOf(RangesOverlap.class)
                .hasMessageContaining("110–150 g/L")
                .hasMessageContaining("120–160 g/L");
        desk.endRange(ALL, first.id(), LocalDate.parse("2024-12-31"), "New assay");
        desk.addRange(ALL, range("110", "150", null, "60", "70", "2025-01-01", null));
        assertThatThrownBy(() -> desk.changeRange(
                        ALL, first.id(), range("120", "160", "F", "18", null, "2024-01-01", null), "Again"))
                .isInstanceOf(RangesOverlap.class);
        assertThatThrownBy(() -> desk.endRange(ALL, first.id(), LocalDate.parse("2023-12-31"), "x"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_file_is_taken_whole_or_not_at_all_and_twice_it_changes_nothing() {
        String head = "laboratory,analyte,unit,low,high,sex,age_from,age_to,age_unit,from,to\n";
        String good = code + ",HGB,g/L,120,160,F,18,65,years,2024-01-01,\n" + code
                + ",HGB,g/dL,13,17,M,18,65,years,2024-01-01,\n";
        RangeReport faulty = desk.takeFile(
                ALL,
                head + good + "NOPE,HGB,g/L,1,2,,,,,2024-01-01,\n" + code + ",HGB,mmol/L,1,2,X,,,,2024-01-01,\n" + code
                        + ",HGB,g/L,9,8,M,,,,2024-01-01,\n" + code + ",HGB,g/L,1,2,F,20,30,,2024-06-01,\n");
        assertThat(faulty.taken()).isFalse();
        assertThat(faulty.faults()).extracting(RangeReport.RowFault::line).containsExactly(4L, 5L, 6L, 7L);
        assertThat(ownRanges()).isZero();
        assertThat(desk.tryFile(ALL, head + good).taken()).isFalse();
        assertThat(ownRanges()).isZero();
        assertThat(desk.takeFile(ALL, head + good).added()).isEqualTo(2);
        assertThat(ownRanges()).isEqualTo(2);
        RangeReport again = desk.takeFile(ALL, head + good);
        assertThat(again.added()).isZero();
        assertThat(again.same()).isEqualTo(2);
    }

    @Test
    void a_site_reads_the_ranges_that_serve_it_and_sets_none() {
        String local = "LOCAL" + laboratories++;
        desk.add(ALL, new LaboratoryView(local, "Of site 102", "102"));
        assertThatThrownBy(() -> desk.add(ALL, new LaboratoryView(local.toLowerCase(java.util.Locale.ROOT), "x", null)))
                .isInstanceOf(LaboratoryIsKnown.class);
        assertThatThrownBy(() -> desk.add(ALL, new LaboratoryView("X", "x", "999")))
                .isInstanceOf(NotFound.class);
        trial.coordinator(STUDY, "101");
        assertThat(desk.list(SITE))
                .extracting(LaboratoryView::code)
                .contains(code)
                .doesNotContain(local);
        RangeDraft draft = range("1", "2", null, null, null, "2024-01-01", null);
        assertThatThrownBy(() -> desk.addRange(SITE, draft)).isInstanceOf(NotAllowed.class);
    }

    private long demographics;

    private long laboratoryForm(String sex) {
        String subject = trial.participant(STUDY, "101");
        demographics = work.start(SITE, subject, "SE.1", "DM");
        work.type(SITE, demographics, "SEX", sex);
        work.type(SITE, demographics, "BRTHDAT", "1980");
        long form = work.start(SITE, subject, "SE.1", "LB");
        work.type(SITE, form, "LBNAM", code);
        work.type(SITE, form, "LBDAT", "2024-05-02");
        return form;
    }

    private void dataManager() {
        trial.as(People.person("manager-labs", "/studies/" + STUDY + "/all/data-manager"));
    }

    private long ownRanges() {
        return desk.ranges(ALL).stream()
                .filter(range -> range.laboratory().equals(code))
                .count();
    }

    private ItemState item(long form, String oid) {
        return book.get(SITE, form).item(oid);
    }

    private RangeDraft range(
            String low, String high, String sex, String ageFrom, String ageTo, String from, String to) {
        return new RangeDraft(code, "HGB", "g/L", low, high, sex, ageFrom, ageTo, null, from, to);
    }
}
