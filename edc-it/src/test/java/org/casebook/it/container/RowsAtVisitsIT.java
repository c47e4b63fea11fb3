package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.FormState;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.report.Reports;
import org.casebook.report.SubjectOverview;
import org.casebook.schedule.VisitPlan;
import org.casebook.schedule.Window;
import org.casebook.subject.SubjectFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group that repeats inside a form: its rows are documents of their own, at the visit of the form. */
class RowsAtVisitsIT extends AtTheSite {
    private static final String STUDY = "ROWS";
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static final String ROWS = "G.RESULT";

    @Inject
    private VisitPlan plan;

    @Inject
    private Reports reports;

    private String subject;

    @BeforeEach
    void enrol() {
        trial.open(STUDY, "studies/rows.xml");
        subject = trial.participant(STUDY, "101");
    }

    @Test
    void rows_belong_to_their_visit_and_are_numbered_there() {
        long first = work.start(SITE, subject, "SE.1", ROWS);
        long second = work.start(SITE, subject, "SE.1", ROWS);
        long elsewhere = work.start(SITE, subject, "SE.2", ROWS);
        work.type(SITE, first, "LBTEST", "Sodium");
        work.type(SITE, second, "LBTEST", "Potassium");
        work.type(SITE, elsewhere, "LBTEST", "Sodium");
        assertThat(book.get(SITE, second))
                .extracting(FormState::event, FormState::row)
                .containsExactly("SE.1", 2);
        assertThat(book.get(SITE, elsewhere))
                .extracting(FormState::event, FormState::row)
                .containsExactly("SE.2", 1);
        assertThat(desk.log(SITE, subject, "SE.1", ROWS).rows())
                .extracting(row -> row.header().id())
                .containsExactly(first, second);
        assertThat(capture.rows(SITE, subject, ROWS)).hasSize(3);
        work.type(SITE, first, "LBORRES", "-1");
        assertThat(book.get(SITE, first).item("LBORRES").checks()).containsExactly("CK.LBORRES");
        desk.voidForm(SITE, second, "entered twice");
        assertThat(book.get(SITE, work.start(SITE, subject, "SE.1", ROWS)).row())
                .as("numbers are never used again")
                .isEqualTo(3);
    }

    @Test
    void the_schedule_shows_the_rows_where_they_stand_and_offers_the_next() {
        assertThat(lines("SE.1")).containsExactly("F.LAB NOT_STARTED", "G.RESULT NOT_STARTED");
        long row = work.start(SITE, subject, "SE.1", ROWS);
        work.type(SITE, row, "LBTEST", "Sodium");
        work.complete(SITE, row);
        work.start(SITE, subject, "SE.1", ROWS);
        assertThat(lines("SE.1"))
                .containsExactly(
                        "F.LAB NOT_STARTED", "G.RESULT COMPLETE 1", "G.RESULT STARTED 2", "G.RESULT NOT_STARTED");
        assertThat(lines("SE.2")).containsExactly("F.LAB NOT_STARTED", "G.RESULT NOT_STARTED");
        assertThat(reports.subject(SITE, subject).logs()).isEmpty();
        assertThat(reports.matrix(SITE, SubjectFilter.ALL).rows())
                .filteredOn(found -> found.participant().key().equals(subject))
                .singleElement()
                .satisfies(found -> assertThat(found.cells().get(0))
                        .extracting(cell -> cell.complete(), cell -> cell.needed())
                        .containsExactly(1, 2));
    }

    @Test
    void rows_of_a_visit_are_no_log_of_the_participant() {
        assertThatThrownBy(() -> capture.addRow(SITE, subject, ROWS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.log(SITE, subject, null, ROWS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> work.start(SITE, subject, "SE.9", ROWS)).isInstanceOf(NotFound.class);
    }

    @Test
    void sections_in_sections_are_collected_under_all_their_conditions() {
        long form = work.start(SITE, subject, "SE.1", "F.LAB");
        assertThat(capture.open(SITE, form).sections())
                .extracting(CaseFormView.Section::title)
                .containsExactly("", "Sample", "Details of the sample");
        assertThat(hidden(form)).containsExactly("LBFAST", "LBHOURS");
        work.type(SITE, form, "LBDONE", "yes");
        assertThat(hidden(form)).containsExactly("LBHOURS");
        work.type(SITE, form, "LBFAST", "yes");
        assertThat(hidden(form)).isEmpty();
        work.type(SITE, form, "LBFAST", "no");
        assertThat(hidden(form)).containsExactly("LBHOURS");
    }

    @Test
    void windows_in_hours_and_months_are_planned_by_the_calendar() {
        plan.date(SITE, subject, "SE.1", LocalDate.parse("2026-01-31"), null);
        assertThat(window("SE.2"))
                .isEqualTo(new Window(
                        LocalDate.parse("2026-02-01"), LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-02")));
        assertThat(window("SE.3"))
                .isEqualTo(new Window(
                        LocalDate.parse("2026-02-28"), LocalDate.parse("2026-02-21"), LocalDate.parse("2026-03-07")));
    }

    private Window window(String event) {
        return plan.plan(SITE, subject).stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElseThrow()
                .window();
    }

    private List<String> lines(String event) {
        return reports.subject(SITE, subject).visits().stream()
                .filter(line -> line.visit().event().equals(event))
                .flatMap(line -> line.forms().stream())
                .map(RowsAtVisitsIT::told)
                .toList();
    }

    private static String told(SubjectOverview.FormLine line) {
        return line.form() + " " + line.state() + (line.row() == null ? "" : " " + line.row());
    }

    private List<String> hidden(long form) {
        return capture.open(SITE, form).sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.state().hidden())
                .map(CaseFormView.Item::oid)
                .toList();
    }
}
