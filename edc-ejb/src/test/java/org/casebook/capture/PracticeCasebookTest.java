package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.casebook.capture.PracticeCasebook.Place;
import org.casebook.capture.PracticeCasebook.Standing;
import org.casebook.capture.PracticeCasebook.Typed;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitOutsideWindow;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.VisitWasNotDone;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped trial on paper: the same rules as in production, nothing stored. */
class PracticeCasebookTest {

    private PracticeCasebook book;

    @BeforeEach
    void open() throws IOException {
        StudyDefinition study = StudyFiles.read("bmmsc-dmso.xml");
        book = new PracticeCasebook(study, new StudyRules(study), "P", LocalDate.parse("2026-03-02"), null);
    }

    @Test
    void an_entry_is_read_judged_and_derived_as_in_production() {
        for (int i = 1; i <= 10; i++) {
            type("SE_SCREEN", "ODI", "ODI" + i, i == 8 ? "" : "2");
        }
        assertThat(item("SE_SCREEN", "ODI", "ODISCORE").value()).isEqualTo("40.0");
        type("SE_SCREEN", "ODI", "ODI1", "two");
        assertThat(item("SE_SCREEN", "ODI", "ODI1").valid()).isFalse();
        assertThat(book.standing(new Place("SE_SCREEN", "ODI", null, null)))
                .containsExactly(new Standing("ODI1", ItemState.UNREADABLE));
        assertThatThrownBy(() -> type("SE_SCREEN", "ODI", "ODISCORE", "1"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("computed");
    }

    @Test
    void criteria_are_judged_and_consent_is_told() {
        type("SE_SCREEN", "ICF", "ICFYN", "yes");
        type("SE_SCREEN", "ICF", "ICFDAT", "2026-03-01");
        assertThat(book.gate().consentDate()).isEqualTo("2026-03-01");
        assertThat(verdict("I5")).isNull();
        type("SE_SCREEN", "IE", "LBPDUR", "5");
        assertThat(verdict("I5")).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict("I6")).isEqualTo(Verdict.NOT_YET);
        type("SE_SCREEN", "IE", "LBPDUR", "6");
        assertThat(verdict("I5")).isEqualTo(Verdict.MET);
        assertThat(book.gate().eligible()).isFalse();
    }

    @Test
    void windows_count_from_what_was_typed() {
        book.visit("SE_SCREEN", LocalDate.parse("2026-03-02"), null);
        book.turnTo(LocalDate.parse("2026-06-15"));
        assertThatThrownBy(() -> book.visit("SE_DAY0", LocalDate.parse("2026-04-20"), null))
                .isInstanceOf(VisitOutsideWindow.class);
        book.visit("SE_DAY0", LocalDate.parse("2026-03-24"), null);
        assertThat(book.visit("SE_MONTH3", book.today()).state()).isEqualTo(VisitState.UNPLANNED);
        type("SE_DAY0", "INJ", "INJYN", "yes");
        type("SE_DAY0", "INJ", "INJDAT", "2026-03-24");
        PlannedVisit month3 = book.visit("SE_MONTH3", book.today());
        assertThat(month3.window().planned()).isEqualTo("2026-06-23");
        assertThat(month3.state()).isEqualTo(VisitState.DUE);
        type("SE_DAY0", "INJ", "INJDAT", "");
        assertThat(book.visit("SE_MONTH3", book.today()).window()).isNull();
    }

    @Test
    void a_visit_not_done_takes_no_data_and_a_log_takes_rows_in_order() {
        book.notDone("SE_SCREEN", "Did not come.");
        assertThatThrownBy(() -> type("SE_SCREEN", "ICF", "ICFYN", "yes")).isInstanceOf(VisitWasNotDone.class);
        assertThatThrownBy(() -> type("SE_DAY1", "ICF", "ICFYN", "yes")).isInstanceOf(NotFound.class);
        Place second = new Place("SE_LOGS", "CM", 2, "CMTRT");
        assertThatThrownBy(() -> book.type(second, new Typed("x", null, null))).hasMessageContaining("row 1");
        book.type(new Place("SE_LOGS", "CM", 1, "CMTRT"), new Typed("x", null, null));
        book.type(second, new Typed("y", null, null));
        assertThat(book.item(second).value()).isEqualTo("y");
        assertThatThrownBy(() -> type("SE_LOGS", "CM", "CMTRT", "z")).hasMessageContaining("which row");
    }

    private void type(String event, String form, String item, String text) {
        book.type(new Place(event, form, null, item), new Typed(text, null, null));
    }

    private ItemState item(String event, String form, String item) {
        return book.item(new Place(event, form, null, item));
    }

    private Verdict verdict(String number) {
        List<CriterionResult> criteria = book.gate().criteria();
        return criteria.stream()
                .filter(result -> result.number().equals(number))
                .map(CriterionResult::verdict)
                .findFirst()
                .orElse(null);
    }
}
