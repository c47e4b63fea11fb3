package org.casebook.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.Window;
import org.junit.jupiter.api.Test;

class DayPolicyTest {
    /** A Tuesday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-03-17");

    private final List<PlannedVisit> plan = new ArrayList<>();

    @Test
    void open_soon_and_overdue_are_asked_for_and_nothing_else() {
        visit("A", VisitState.DUE, -2, 0, 2);
        visit("B", VisitState.OVERDUE, -9, -7, -5);
        visit("C", VisitState.MISSED, -9, -7, -5);
        visit("D", VisitState.PLANNED, 14, 16, 20);
        visit("E", VisitState.PLANNED, 15, 16, 20);
        visit("F", VisitState.IN_WINDOW, -1, 0, 1);
        visit("G", VisitState.NOT_EXPECTED, -1, 0, 1);
        plan.add(new PlannedVisit("S", "Screening", null, null, VisitState.DUE, null));
        assertThat(lines()).extracting(AgendaLine::event).containsExactly("A", "B", "C", "D", "S");
    }

    @Test
    void the_best_day_is_the_planned_one_or_the_first_left_after_it() {
        visit("A", VisitState.DUE, -5, 1, 4);
        assertThat(best("A")).isEqualTo(TODAY.plusDays(1));
        plan.clear();
        visit("A", VisitState.DUE, -5, -2, 4);
        assertThat(best("A")).isEqualTo(TODAY);
    }

    @Test
    void where_windows_overlap_the_best_day_is_shared() {
        visit("A", VisitState.DUE, -5, 0, 4);
        visit("B", VisitState.PLANNED, 3, 6, 9);
        assertThat(best("A")).isEqualTo(TODAY.plusDays(3));
        assertThat(best("B")).isEqualTo(TODAY.plusDays(3));
        assertThat(lines().get(0).together()).containsExactly("Visit B");
    }

    @Test
    void a_weekend_is_best_only_where_the_window_has_no_other_day() {
        visit("A", VisitState.DUE, -1, 4, 6);
        assertThat(best("A")).isEqualTo(TODAY.plusDays(3));
        plan.clear();
        visit("A", VisitState.DUE, -1, 5, 6);
        assertThat(best("A")).isEqualTo(TODAY.plusDays(6));
        plan.clear();
        visit("A", VisitState.PLANNED, 4, 5, 5);
        assertThat(best("A")).isEqualTo(TODAY.plusDays(5));
    }

    @Test
    void visits_together_at_a_weekend_come_before_one_alone_in_the_week() {
        visit("A", VisitState.DUE, -1, 1, 4);
        visit("B", VisitState.PLANNED, 4, 4, 9);
        assertThat(best("A")).isEqualTo(TODAY.plusDays(4));
    }

    @Test
    void of_what_is_recorded_or_over_no_day_is_shared() {
        visit("A", VisitState.DUE, -5, 0, 4);
        visit("B", VisitState.IN_WINDOW, 3, 6, 9);
        visit("C", VisitState.OVERDUE, -9, -7, -1);
        assertThat(best("A")).isEqualTo(TODAY);
        assertThat(best("C")).isEqualTo(TODAY);
        assertThat(lines().get(0).together()).isEmpty();
    }

    @Test
    void what_is_not_due_is_in_no_denominator() {
        OverdueCount count = new OverdueCount(
                List.of(new OverdueMatrix.Column("A", "Visit A"), new OverdueMatrix.Column("B", "Visit B")));
        visit("A", VisitState.OVERDUE, -9, -7, -5);
        visit("B", VisitState.DUE, -1, 0, 1);
        count.add("101", List.copyOf(plan));
        plan.clear();
        visit("A", VisitState.LATE, -9, -7, -5);
        visit("B", VisitState.NOT_EXPECTED, -1, 0, 1);
        count.add("101", List.copyOf(plan));
        plan.clear();
        visit("A", VisitState.NOT_DONE, -9, -7, -5);
        visit("B", VisitState.MISSED, -9, -7, -5);
        count.add("102", plan);
        OverdueMatrix matrix = count.matrix();
        assertThat(matrix.rows()).extracting(OverdueMatrix.Row::site).containsExactly("101", "102");
        assertThat(matrix.rows().get(0).cells())
                .containsExactly(new OverdueMatrix.Cell(1, 2), new OverdueMatrix.Cell(0, 0));
        assertThat(matrix.rows().get(0).cells())
                .extracting(OverdueMatrix.Cell::percent)
                .containsExactly(50, -1);
        assertThat(matrix.total().all()).isEqualTo(new OverdueMatrix.Cell(2, 4));
        assertThat(new OverdueMatrix.Cell(1, 3).percent()).isEqualTo(33);
        assertThat(new OverdueMatrix.Cell(2, 3).percent()).isEqualTo(67);
    }

    private LocalDate best(String event) {
        return lines().stream()
                .filter(line -> line.event().equals(event))
                .findFirst()
                .orElseThrow()
                .best();
    }

    private List<AgendaLine> lines() {
        return new DayPolicy("101", "101-001", plan, TODAY).lines();
    }

    private void visit(String event, VisitState state, int earliest, int planned, int latest) {
        Window window = new Window(TODAY.plusDays(planned), TODAY.plusDays(earliest), TODAY.plusDays(latest));
        plan.add(new PlannedVisit(event, "Visit " + event, window, null, state, null));
    }
}
