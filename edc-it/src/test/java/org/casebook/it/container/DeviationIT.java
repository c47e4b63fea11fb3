package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationDesk;
import org.casebook.deviation.DeviationFilter;
import org.casebook.deviation.DeviationState;
import org.casebook.deviation.DeviationView;
import org.casebook.deviation.Kind;
import org.casebook.deviation.NewDeviation;
import org.casebook.deviation.Weight;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.schedule.VisitPlan;
import org.casebook.site.Sites;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** Deviations: noticed once, taken back with trace when the dates are mended, recorded and judged by people. */
class DeviationIT extends InContainer {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private VisitPlan visits;

    @Inject
    private Participants participants;

    @Inject
    private DeviationDesk desk;

    @Inject
    private AuditTrail trail;

    @Inject
    private Sites sites;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    private Scope site;
    private String subject;

    @Test
    void a_visit_outside_its_window_is_noticed_once_and_taken_back_by_a_corrected_date_or_day_zero() throws Exception {
        open("DEVIATEWINDOW");
        treat(TODAY.minusDays(30));
        visits.date(site, subject, "SE_DAY1", TODAY.minusDays(29), null);
        visits.date(site, subject, "SE_DAY4", TODAY.minusDays(26), null);
        visits.date(site, subject, "SE_WEEK2", TODAY, null);
        DeviationView late = only(Kind.VISIT_LATE);
        assertThat(late.on()).isEqualTo(TODAY);
        assertThat(late.description()).contains("after its window");
        desk.weigh(site, late.id(), Weight.MAJOR, "Two weeks late.");
        visits.date(site, subject, "SE_WEEK2", TODAY.minusDays(1), "Read the diary wrongly.");
        DeviationView moved = only(Kind.VISIT_LATE);
        assertThat(moved.id()).isEqualTo(late.id());
        assertThat(moved.on()).isEqualTo(TODAY.minusDays(1));
        assertThat(moved.weight()).as("judged by other days").isNull();

        visits.date(site, subject, "SE_WEEK2", TODAY.minusDays(16), "It was on day 14.");
        assertThat(standing()).isEmpty();
        List<DeviationView> all = desk.list(site, DeviationFilter.ALL);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).state()).isEqualTo(DeviationState.TAKEN_BACK);
        assertThat(actions()).containsSubsequence("deviation-taken-back", "deviation-weighed", "deviation-noticed");

        long injection = form;
        casework.type(site, injection, "INJDAT", TODAY.minusDays(25).toString());
        assertThat(kinds())
                .as("day 0 moved under them")
                .containsOnly(Kind.VISIT_EARLY)
                .hasSize(3);
        casework.type(site, injection, "INJDAT", TODAY.minusDays(30).toString());
        assertThat(standing()).isEmpty();
    }

    @Test
    void not_done_and_missed_visits_and_a_criterion_that_turns_are_noticed() throws Exception {
        open("DEVIATEMISSED");
        treat(TODAY.minusDays(30));
        visits.notDone(site, subject, "SE_DAY1", "Snow.");
        assertThat(only(Kind.VISIT_NOT_DONE).on()).isEqualTo(TODAY.minusDays(29));
        visits.date(site, subject, "SE_WEEK2", TODAY.minusDays(16), null);
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.VISIT_NOT_DONE, Kind.VISIT_MISSED);
        visits.planAgain(site, subject, "SE_DAY1", "It took place after all.");
        visits.date(site, subject, "SE_DAY1", TODAY.minusDays(29), null);
        assertThat(kinds()).containsExactly(Kind.VISIT_MISSED);
        inTransaction(() -> participants.judged(
                site, subject, List.of(new CriterionResult("CR_I2", "I2", Verdict.NOT_MET, "Not met."))));
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.VISIT_MISSED, Kind.CRITERION_NOT_MET);
        DeviationView against = only(Kind.CRITERION_NOT_MET);
        assertThat(against.category()).isEqualTo(Category.ELIGIBILITY);
        assertThat(against.description()).contains("I2");

        desk.makeVoid(site, against.id(), "A waiver of the ethics committee is on file.");
        visits.date(site, subject, "SE_DAY4", TODAY.minusDays(26), null);
        assertThat(standing()).as("what is void stays void").isEmpty();
        assertThat(desk.reinstate(site, against.id(), "The waiver was for another participant.")
                        .stands())
                .isTrue();
    }

    @Test
    void people_record_judge_change_and_make_void_and_nobody_else_does() {
        open("DEVIATEPEOPLE");
        NewDeviation said = new NewDeviation(
                subject, "SE_SCREEN", "PAIN", TODAY, Category.ASSESSMENT, null, "Blood pressure taken standing.");
        DeviationView told = desk.record(site, said);
        assertThat(told.automatic()).isFalse();
        assertThat(told.place().visit()).isEqualTo("Screening");
        assertThat(told.recordedBy()).isNotBlank();
        monitor(site.study());
        Scope whole = Scope.of(site.study());
        assertThat(desk.weigh(whole, told.id(), Weight.IMPORTANT, "Primary endpoint.")
                        .weight())
                .isEqualTo(Weight.IMPORTANT);
        NewDeviation again =
                new NewDeviation(null, null, null, TODAY.minusDays(1), Category.OTHER, Weight.MINOR, "Cuff too small.");
        assertThat(desk.change(whole, told.id(), again, "The source says so.").subject())
                .isEqualTo(subject);
        refused(() -> desk.record(whole, again), "Choose a site");
        refused(() -> desk.change(whole, told.id(), again, " "), "reason");
        refused(() -> desk.makeVoid(whole, told.id(), null), "reason");
        assertThat(desk.makeVoid(whole, told.id(), "Allowed by amendment 1.").state())
                .isEqualTo(DeviationState.VOID);
        refused(() -> desk.weigh(whole, told.id(), Weight.MINOR, "Why not."), "Reinstate");
        assertThat(desk.list(
                        whole, new DeviationFilter(DeviationState.VOID, Category.OTHER, Weight.MINOR, false, null)))
                .hasSize(1);
        assertThat(desk.list(whole, new DeviationFilter(null, null, null, true, null)))
                .isEmpty();

        trial.coordinator(site.study(), "101");
        refused(() -> desk.record(site, at(TODAY.plusDays(3))), "future");
        refused(
                () -> desk.record(site, new NewDeviation(subject, "NO", null, TODAY, Category.OTHER, null, "x1")),
                "NO");
        assertThat(desk.record(site, at(TODAY)).subject()).as("of the site").isNull();
        trial.coordinator(site.study(), "102");
        Scope south = Scope.of(site.study(), "102");
        assertThat(desk.list(south, DeviationFilter.ALL)).isEmpty();
        assertThatThrownBy(() -> desk.list(site, DeviationFilter.ALL)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.reinstate(south, told.id(), "Why not.")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.record(south, said)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_version_in_force_has_everybody_of_the_site_looked_at_once() throws Exception {
        open("DEVIATEVERSION");
        treat(TODAY.minusDays(30));
        visits.date(site, subject, "SE_DAY1", TODAY.minusDays(29), null);
        visits.date(site, subject, "SE_DAY4", TODAY.minusDays(26), null);
        visits.date(site, subject, "SE_WEEK2", TODAY, null);
        DeviationView late = only(Kind.VISIT_LATE);
        // as if it had been recorded before deviations were kept
        try (Connection connection = database.getConnection();
                PreparedStatement gone = connection.prepareStatement(
                        "update edc.deviation set state = 'TAKEN_BACK', ended_at = now() where id = ?")) {
            gone.setLong(1, late.id());
            assertThat(gone.executeUpdate()).isEqualTo(1);
        }
        assertThat(standing()).isEmpty();
        inForceAgain();
        assertThat(kinds()).containsExactlyElementsOf(List.of(Kind.VISIT_LATE));
        long first = only(Kind.VISIT_LATE).id();
        inForceAgain();
        assertThat(only(Kind.VISIT_LATE).id()).isEqualTo(first);
        assertThat(actions().stream().filter("deviation-noticed"::equals))
                .as("told once each time it was new")
                .hasSize(2);
    }

    private void inForceAgain() {
        trial.as(People.person("admin", "/system/administrator"));
        long version = sites.list(site).get(0).versionId();
        sites.putInForce(site, version);
        trial.coordinator(site.study(), "101");
    }

    private static NewDeviation at(LocalDate on) {
        return new NewDeviation(null, null, null, on, Category.OTHER, null, "The freezer was off.");
    }

    private long form;

    private void open(String study) {
        trial.open(study);
        site = Scope.of(study, "101");
        subject = trial.participant(study, "101");
    }

    /** Consented, randomised and treated on that day; nothing of it is a deviation. */
    private void treat(LocalDate on) throws Exception {
        inTransaction(() -> {
            participants.consented(site, subject, on.minusDays(20));
            participants.randomized(
                    site,
                    subject,
                    "R-" + site.study(),
                    on.atStartOfDay(ZoneOffset.UTC).toInstant());
        });
        form = casework.start(site, subject, "SE_DAY0", "INJ");
        casework.type(site, form, "INJYN", "true");
        casework.type(site, form, "INJDAT", on.toString());
        visits.date(site, subject, "SE_SCREEN", on.minusDays(20), null);
        visits.date(site, subject, "SE_DAY0", on, "As planned.");
        assertThat(kinds()).isEmpty();
    }

    private DeviationView only(Kind kind) {
        List<DeviationView> found =
                standing().stream().filter(one -> one.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Kind> kinds() {
        return standing().stream().map(DeviationView::kind).toList();
    }

    private List<DeviationView> standing() {
        return desk.list(site, new DeviationFilter(DeviationState.STANDS, null, null, false, null));
    }

    private List<String> actions() {
        return trail.lines(site, new TrailFilter(subject, null, null, 0, 100)).stream()
                .map(AuditLine::action)
                .filter(action -> action.startsWith("deviation"))
                .toList();
    }

    private void monitor(String study) {
        trial.as(People.person("monitor", "/studies/" + study + "/all/monitor"));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt, String why) {
        assertThatThrownBy(attempt).isInstanceOf(Invalid.class).hasMessageContaining(why);
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        work.run();
        transaction.commit();
    }
}
