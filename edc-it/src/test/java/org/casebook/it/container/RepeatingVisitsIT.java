package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.FormState;
import org.casebook.course.Course;
import org.casebook.course.FormTable;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryView;
import org.casebook.report.Reports;
import org.casebook.report.SubjectOverview.EventName;
import org.casebook.report.SubjectOverview.VisitLine;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.schedule.VisitState;
import org.casebook.schedule.VisitWasNotDone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visit that repeats: each time is a visit of its own, with date, forms, queries and history. */
class RepeatingVisitsIT extends AtTheSite {
    private static final String STUDY = "REPEATIT";
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static final int MANY = 8;

    @Inject
    private VisitPlan plan;

    @Inject
    private Reports reports;

    @Inject
    private Course course;

    @Inject
    private QueryDesk queries;

    @Inject
    private AuditTrail trail;

    @Resource
    private ManagedThreadFactory threads;

    private String subject;
    private LocalDate day;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
        day = LocalDate.now(ZoneOffset.UTC).minusDays(20);
    }

    private void twice() {
        plan.date(SITE, subject, "SE_UNSCH", day, null);
        plan.date(SITE, subject, "SE_UNSCH~2", day.plusDays(2), null);
    }

    private List<PlannedVisit> unscheduled() {
        return plan.plan(SITE, subject).stream()
                .filter(visit -> visit.event().startsWith("SE_UNSCH"))
                .toList();
    }

    private List<EventName> addable() {
        return reports.subject(SITE, subject).unscheduled();
    }

    @Test
    void each_has_its_own_date_and_forms() {
        assertThat(addable()).containsExactly(new EventName("SE_UNSCH", "Unscheduled visit"));
        twice();
        assertThat(unscheduled())
                .extracting(PlannedVisit::name, PlannedVisit::date)
                .containsExactly(tuple("Unscheduled visit", day), tuple("Unscheduled visit 2", day.plusDays(2)));
        assertThat(addable()).containsExactly(new EventName("SE_UNSCH~3", "Unscheduled visit 3"));

        long first = work.start(SITE, subject, "SE_UNSCH", "PAIN");
        long second = work.start(SITE, subject, "SE_UNSCH~2", "PAIN");
        assertThat(second).isNotEqualTo(first).isEqualTo(work.start(SITE, subject, "SE_UNSCH~2", "PAIN"));
        work.type(SITE, first, "VASBACK", "55");
        work.type(SITE, second, "VASBACK", "35");
        assertThat(capture.open(SITE, second).header().event()).isEqualTo("SE_UNSCH~2");
        assertThat(book.get(SITE, first).item("VASBACK").text()).isEqualTo("55");
        work.complete(SITE, second);
        assertThat(book.get(SITE, second).state()).isEqualTo(FormState.State.COMPLETE);

        List<VisitLine> lines = reports.subject(SITE, subject).visits().stream()
                .filter(line -> line.visit().event().startsWith("SE_UNSCH"))
                .toList();
        assertThat(lines)
                .extracting(
                        line -> line.forms().get(0).formId(),
                        line -> line.forms().get(0).state())
                .containsExactly(tuple(first, "STARTED"), tuple(second, "COMPLETE"));
        FormTable table = course.table(SITE, subject, "PAIN");
        assertThat(table.visits())
                .extracting(FormTable.Visit::name, FormTable.Visit::date)
                .containsExactly(tuple("Unscheduled visit", day), tuple("Unscheduled visit 2", day.plusDays(2)));
        assertThat(course.earlier(SITE, second))
                .anySatisfy(value -> assertThat(value.visit()).isEqualTo("Unscheduled visit"));
    }

    @Test
    void queries_and_history_tell_which_one_it_was() {
        twice();
        work.start(SITE, subject, "SE_UNSCH", "PAIN");
        long second = work.start(SITE, subject, "SE_UNSCH~2", "PAIN");
        work.type(SITE, second, "VASBACK", "a lot");
        List<QueryView> asked = queries.list(SITE, QueryFilter.ALL.ofForm(second));
        assertThat(asked)
                .singleElement()
                .satisfies(query -> assertThat(query.place().event()).isEqualTo("SE_UNSCH~2"));
        assertThat(trail.lines(SITE, new TrailFilter(subject, null, null, 0, 100)))
                .filteredOn(line -> "SE_UNSCH~2".equals(line.place().event()))
                .extracting(line -> line.action())
                .contains("visit-dated", "form-started", "item-changed", "query-opened");
    }

    @Test
    void none_is_passed_over_and_none_is_overwritten() {
        assertThatThrownBy(() -> plan.date(SITE, subject, "SE_UNSCH~2", day, null))
                .isInstanceOf(NotFound.class);
        twice();
        assertThatThrownBy(() -> plan.date(SITE, subject, "SE_UNSCH~4", day, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plan.date(SITE, subject, "SE_SCREEN~2", day, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> work.start(SITE, subject, "SE_UNSCH~3", "PAIN"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plan.date(SITE, subject, "SE_UNSCH~2", day.plusDays(3), null))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("“Unscheduled visit 2” is recorded already")
                .hasMessageContaining("For one more visit");
        plan.date(SITE, subject, "SE_UNSCH~2", day.plusDays(2), null);
        assertThat(unscheduled()).hasSize(2);
    }

    @Test
    void one_of_them_is_taken_back_or_not_done() {
        twice();
        plan.notDone(SITE, subject, "SE_UNSCH~3", "Did not come");
        assertThatThrownBy(() -> work.start(SITE, subject, "SE_UNSCH~3", "PAIN"))
                .isInstanceOf(VisitWasNotDone.class)
                .hasMessageContaining("Unscheduled visit 3");
        plan.planAgain(SITE, subject, "SE_UNSCH~2", "Typed for the wrong participant");
        assertThat(unscheduled())
                .extracting(PlannedVisit::state)
                .containsExactly(VisitState.DONE, VisitState.UNPLANNED, VisitState.NOT_DONE);
        assertThat(addable()).extracting(EventName::event).containsExactly("SE_UNSCH~4");
    }

    @Test
    void people_who_add_a_visit_at_once_share_no_number_and_hear_no_fault() throws Exception {
        plan.date(SITE, subject, "SE_UNSCH", day, null);
        List<Optional<Refusal>> heard = atOnce();
        assertThat(heard).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(heard)
                .filteredOn(Optional::isPresent)
                .hasSize(MANY - 1)
                .allSatisfy(late -> assertThat(late.orElseThrow()).isInstanceOf(Invalid.class));
        trial.coordinator(STUDY, "101");
        assertThat(unscheduled()).extracting(PlannedVisit::event).containsExactly("SE_UNSCH", "SE_UNSCH~2");
        assertThat(trail.lines(SITE, new TrailFilter(subject, null, null, 0, 100)))
                .filteredOn(line -> "SE_UNSCH~2".equals(line.place().event()))
                .hasSize(1);
    }

    /** Each says another day. */
    private List<Optional<Refusal>> atOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(MANY);
        List<Callable<Optional<Refusal>>> tries = new ArrayList<>();
        for (int one = 0; one < MANY; one++) {
            LocalDate said = day.plusDays(one + 1);
            tries.add(() -> add(start, said));
        }
        return AtOnce.answers(threads, tries);
    }

    private Optional<Refusal> add(CyclicBarrier start, LocalDate said) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            trial.coordinator(STUDY, "101");
            start.await();
            plan.date(SITE, subject, "SE_UNSCH~2", said, null);
            return Optional.empty();
        } catch (Refusal late) {
            return Optional.of(late);
        } finally {
            request.deactivate();
        }
    }
}
