package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormState;
import org.casebook.crossing.GateIsClosed;
import org.casebook.crossover.CrossoverDesk;
import org.casebook.crossover.UnblindingDesk;
import org.casebook.deviation.DeviationDesk;
import org.casebook.deviation.DeviationFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.Randomization;
import org.casebook.report.Reports;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.standing.Decision;
import org.casebook.standing.Standing;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectFilter;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** The shipped trial across its crossover: blinded period, planned unblinding, gate, the schedule from the second injection. */
class CrossoverIT extends InContainer {
    private static final LocalDate SCREENED = LocalDate.parse("2026-01-15");
    private static final LocalDate DAY0 = LocalDate.parse("2026-02-05");
    private static final LocalDate MONTH6 = DAY0.plusDays(182);
    private static final LocalDate CROSSED = MONTH6.plusDays(15);
    private static final List<String> BLINDED = List.of("monitor", "data-manager", "sponsor", "inspector");

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private AllocationDesk allocations;

    @Inject
    private VisitPlan visitPlan;

    @Inject
    private Reports reports;

    @Inject
    private FormDesk formDesk;

    @Inject
    private CaseBook book;

    @Inject
    private DeviationDesk deviations;

    @Inject
    private AuditTrail trail;

    @Inject
    private Standing standing;

    @Inject
    private UnblindingDesk unblindingDesk;

    @Inject
    private CrossoverDesk crossoverDesk;

    @Inject
    private Unblinder unblinder;

    @Inject
    private CodeBreaker breaker;

    @Inject
    private Sealer sealer;

    @Inject
    private Signatory signatory;

    @Resource
    private UserTransaction transaction;

    @Test
    void the_dmso_arm_crosses_over_after_its_unblinding_and_the_blinded_see_nothing_of_it() throws Exception {
        Scope site = opened("CROSSA");
        Map<String, String> byArm = randomized(site, 8);
        String stays = byArm.get("ARM_CROSSA");
        String crosses = byArm.get("ARM_DMSO");
        for (String subject : List.of(stays, crosses)) {
            firstDose(site, subject);
            investigator(site);
            assertThat(unblindingDesk.state(site, subject).possible()).isFalse();
            assertThatThrownBy(() -> unblinder.unblind(site, subject, ""))
                    .hasStackTraceContaining("“Month 6” of " + subject + " has not taken place");
            assertThatThrownBy(() -> crossoverDesk.get(site, subject)).isInstanceOf(Invalid.class);
            // nobody has them yet: not the site, and in the words of what the study does not plan
            trial.coordinator(site.study(), "101");
            assertThatThrownBy(() -> visitPlan.date(site, subject, "SE_XDAY0", CROSSED, "x"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> casework.start(site, subject, "SE_XDAY0", "XIE"))
                    .isInstanceOf(NotFound.class);
            visitPlan.date(site, subject, "SE_MONTH6", MONTH6, null);
        }
        assertThat(events(site, stays)).isEqualTo(events(site, crosses)).noneMatch(CrossoverIT::ofOneArm);

        investigator(site);
        for (String subject : List.of(stays, crosses)) {
            unblinder.unblind(site, subject, "");
            assertThat(unblindingDesk.state(site, subject).done().by()).isEqualTo("Test investigator-101");
            assertThatThrownBy(() -> unblinder.unblind(site, subject, ""))
                    .hasStackTraceContaining("is known to its site since");
        }
        assertThat(unblindingDesk.treatment(site, crosses).treatment()).isEqualTo("DMSO");
        assertThat(unblindingDesk.treatment(site, stays).arm()).isEqualTo("ARM_CROSSA");
        assertThat(events(site, stays)).contains("SE_MONTH12", "SE_MONTH18").noneMatch(oid -> oid.startsWith("SE_X"));
        assertThat(events(site, crosses)).contains("SE_XDAY0", "SE_XMONTH12").doesNotContain("SE_MONTH12");
        assertThat(crossoverDesk.get(site, stays).crosses()).isFalse();

        passGate(site, crosses);
        crossed(site, crosses);
        late(site, crosses);
        assertThatThrownBy(() -> casework.start(site, stays, "SE_XDAY0", "INJ")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> casework.start(site, stays, "SE_XWEEK2~2", "PAIN"))
                .isInstanceOf(NotFound.class);
        blindedSeeTheSame(site, stays, crosses);
    }

    private void passGate(Scope site, String subject) {
        trial.coordinator(site.study(), "101");
        visitPlan.date(site, subject, "SE_XDAY0", CROSSED, null);
        assertThatThrownBy(() -> casework.start(site, subject, "SE_XDAY0", "INJ"))
                .isInstanceOf(GateIsClosed.class)
                .hasMessageContaining("Found eligible for the crossover injection")
                .hasMessageContaining("Negative pregnancy test")
                .hasMessageContaining("to be recorded by the pharmacist");
        long dm = casework.start(site, subject, "SE_SCREEN", "DM");
        casework.type(site, dm, "SEX", "F");
        casework.type(site, dm, "CHILDPOT", "yes");
        long again = casework.start(site, subject, "SE_XDAY0", "XIE");
        casework.type(site, again, "XIEYN", "yes");
        casework.type(site, again, "XPREG", "POS");
        assertThat(crossoverDesk.get(site, subject).waiting())
                .hasSize(3)
                .anyMatch(step -> step.startsWith("Negative pregnancy test"))
                .anyMatch(step -> step.startsWith("the investigator’s signature on “Eligibility for the crossover”"));
        casework.type(site, again, "XPREG", "NEG");
        assertThatThrownBy(() -> crossoverDesk.prepare(site, subject, "Bag 7")).isInstanceOf(NotAllowed.class);
        sealer.pharmacist(site.study());
        assertThat(crossoverDesk.prepare(site, subject, "Bag 7").waiting()).hasSize(1);
        trial.coordinator(site.study(), "101");
        assertThatThrownBy(() -> casework.start(site, subject, "SE_XDAY0", "INJ"))
                .isInstanceOf(GateIsClosed.class)
                .hasMessageContaining("signature on “Eligibility for the crossover”");
        casework.complete(site, again);
        investigator(site);
        signatory.sign(site, again);
        assertThat(crossoverDesk.get(site, subject).waiting()).isEmpty();
        trial.coordinator(site.study(), "101");
        casework.type(site, again, "XPREG", "POS");
        casework.type(site, again, "XPREG", "NEG");
        assertThat(crossoverDesk.get(site, subject).waiting())
                .as("a change broke it")
                .hasSize(1);
        investigator(site);
        signatory.sign(site, again);
        assertThat(crossoverDesk.get(site, subject).waiting()).isEmpty();

        trial.coordinator(site.study(), "101");
        crossoverDesk.refuse(site, subject, "Wants to think about it");
        assertThat(events(site, subject)).contains("SE_XDAY0").doesNotContain("SE_XMONTH3");
        assertThatThrownBy(() -> casework.start(site, subject, "SE_XDAY0", "INJ"))
                .isInstanceOf(GateIsClosed.class)
                .hasMessageContaining("will not cross over");
        crossoverDesk.resume(site, subject, "Thought about it");
    }

    private void crossed(Scope site, String subject) {
        long injection = casework.start(site, subject, "SE_XDAY0", "INJ");
        casework.type(site, injection, "INJYN", "yes");
        casework.type(site, injection, "INJDAT", CROSSED.plusDays(1).toString());
        assertThat(crossoverDesk.get(site, subject).given()).isTrue();
        assertThat(visit(site, subject, "SE_XWEEK2").window().planned()).isEqualTo(CROSSED.plusDays(15));
        assertThat(visit(site, subject, "SE_XMONTH12").window().planned()).isEqualTo(CROSSED.plusDays(366));
        // the first period's windows still count from its own injection
        assertThat(visit(site, subject, "SE_MONTH6").window().planned()).isEqualTo(MONTH6);
    }

    /** A visit of the second period far outside its window, and no other deviation that only this participant has. */
    private void late(Scope site, String subject) {
        visitPlan.date(site, subject, "SE_XWEEK2", CROSSED.plusDays(60), "Was away");
        visitPlan.date(site, subject, "SE_XWEEK2~2", CROSSED.plusDays(61), null);
        casework.type(site, casework.start(site, subject, "SE_XWEEK2~2", "PAIN"), "VASBACK", "a lot");
        assertThat(events(site, subject)).containsSequence("SE_XWEEK2", "SE_XWEEK2~2");
        assertThat(deviations.list(site, DeviationFilter.ALL))
                .as("the site is told")
                .anyMatch(one -> "SE_XWEEK2".equals(one.place().event()));
    }

    private static List<Long> hidden(List<FormState> forms) {
        return forms.stream()
                .filter(form -> ofOneArm(form.event()))
                .map(FormState::id)
                .toList();
    }

    /** Two participants of different arms, the same in all that the blinded may see: after period 2 began for one. */
    private void blindedSeeTheSame(Scope site, String stays, String crosses) {
        Scope study = Scope.of(site.study());
        trial.coordinator(site.study(), "101");
        List<Long> hidden = hidden(formDesk.list(site, crosses));
        assertThat(hidden).isNotEmpty();
        for (String role : BLINDED) {
            trial.as(People.person(role, "/studies/" + site.study() + "/all/" + role));
            assertThat(events(study, crosses))
                    .as(role)
                    .isEqualTo(events(study, stays))
                    .noneMatch(CrossoverIT::ofOneArm);
            assertThat(reports.matrix(study, SubjectFilter.ALL).columns())
                    .as(role)
                    .noneMatch(column -> ofOneArm(column.event()));
            assertThat(formDesk.list(study, crosses)).as(role).noneMatch(form -> ofOneArm(form.event()));
            assertThat(trail.lines(study, new TrailFilter(crosses, null, null, 0, 500)))
                    .as(role)
                    .noneMatch(line -> line.action().startsWith("crossover-")
                            || line.toString().contains("SE_X"));
            assertThat(deviations.list(study, DeviationFilter.ALL))
                    .as(role)
                    .noneMatch(one -> ofOneArm(one.place().event()));
            assertThatThrownBy(() -> book.get(study, hidden.get(0))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> held(study, hidden.get(0)))
                    .as(role)
                    .hasStackTraceContaining("There is no form “" + hidden.get(0) + "”");
            assertThatThrownBy(() -> crossoverDesk.get(study, crosses)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> unblindingDesk.treatment(study, crosses)).isInstanceOf(NotAllowed.class);
            assertThat(unblindingDesk.state(study, crosses).done()).isNotNull();
            assertThatThrownBy(() -> visitPlan.plan(Scope.of(site.study(), "102"), crosses))
                    .isInstanceOf(NotFound.class);
        }
        aLockReachesAll(study, crosses, hidden);
        trial.coordinator(site.study(), "102");
        assertThatThrownBy(() -> unblindingDesk.treatment(Scope.of(site.study(), "102"), crosses))
                .isInstanceOf(NotFound.class);
    }

    /** A data manager's lock closes the forms that he does not see, and the trail tells him of none. */
    private void aLockReachesAll(Scope study, String subject, List<Long> hidden) {
        trial.as(People.person("data-manager", "/studies/" + study.study() + "/all/data-manager"));
        long before = trail.count(study, new TrailFilter(subject, null, null, 0, 500));
        hidden.forEach(form -> locked(study, form));
        assertThat(trail.count(study, new TrailFilter(subject, null, null, 0, 500)))
                .isEqualTo(before);
        trial.coordinator(study.study(), "101");
        assertThat(formDesk.list(Scope.of(study.study(), "101"), subject).stream()
                        .filter(form -> hidden.contains(form.id())))
                .allMatch(FormState::locked);
    }

    private void locked(Scope study, long form) {
        try {
            transaction.begin();
            book.lock(study, form, "Database lock");
            transaction.commit();
        } catch (Exception e) {
            throw new AssertionError("form " + form + " was not locked", e);
        }
    }

    /** What every act on a form begins with; a lock reaches what is hidden, and the site's own people do. */
    private void held(Scope place, long form) throws Exception {
        transaction.begin();
        try {
            book.hold(place, form);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void an_early_stop_and_a_broken_code_are_handled_before_month_6() throws Exception {
        Scope site = opened("CROSSB");
        Map<String, String> byArm = randomized(site, 8);
        String broken = byArm.get("ARM_CROSSB");
        firstDose(site, broken);
        investigator(site);
        breaker.broken(site, broken, "Overdose suspected", true);
        // whoever broke the code stays blinded for everything else
        assertThat(events(site, broken)).noneMatch(CrossoverIT::ofOneArm);
        assertThatThrownBy(() -> unblindingDesk.treatment(site, broken)).isInstanceOf(Invalid.class);

        String stopped = byArm.get("ARM_DMSO");
        firstDose(site, stopped);
        standing.change(
                site,
                stopped,
                new Decision(SubjectStatus.TREATMENT_STOPPED, DAY0.plusDays(60), "Adverse event", null, null));
        investigator(site);
        assertThat(unblindingDesk.state(site, stopped).needsReason()).isTrue();
        assertThatThrownBy(() -> unblinder.unblind(site, stopped, " "))
                .hasStackTraceContaining("Say why the treatment is made known all the same");
        unblinder.unblind(site, stopped, "Stopped early; asked for it");
        assertThat(unblindingDesk.state(site, stopped).done().reason()).isEqualTo("Stopped early; asked for it");
        assertThat(crossoverDesk.get(site, stopped).waiting())
                .anyMatch(step -> step.startsWith("treatment was stopped"));
    }

    /** The shipped trial, where a visit that one arm has may repeat. */
    private Scope opened(String study) {
        trial.open(
                study,
                file -> file.replace(
                        "OID=\"SE_XWEEK2\" Name=\"Crossover: week 2\" Repeating=\"No\"",
                        "OID=\"SE_XWEEK2\" Name=\"Crossover: week 2\" Repeating=\"Yes\""));
        return Scope.of(study, "101");
    }

    private void firstDose(Scope site, String subject) {
        trial.coordinator(site.study(), "101");
        visitPlan.date(site, subject, "SE_SCREEN", SCREENED, null);
        visitPlan.date(site, subject, "SE_DAY0", DAY0, null);
        long injection = casework.start(site, subject, "SE_DAY0", "INJ");
        casework.type(site, injection, "INJYN", "yes");
        casework.type(site, injection, "INJDAT", DAY0.toString());
    }

    private static boolean ofOneArm(String event) {
        return event != null && (event.startsWith("SE_X") || event.equals("SE_MONTH12") || event.equals("SE_MONTH18"));
    }

    private List<String> events(Scope scope, String subject) {
        return visitPlan.plan(scope, subject).stream().map(PlannedVisit::event).toList();
    }

    private PlannedVisit visit(Scope scope, String subject, String event) {
        return visitPlan.plan(scope, subject).stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private void investigator(Scope site) {
        trial.as(People.person("investigator-101", "/studies/" + site.study() + "/" + site.site() + "/investigator"));
    }

    /** Randomises so many; one of each arm, by the arm's OID. */
    private Map<String, String> randomized(Scope site, int many) throws Exception {
        sealer.lists(site, many);
        Map<String, String> byArm = new HashMap<>();
        for (int one = 0; one < many; one++) {
            String subject = trial.participant(site.study(), site.site());
            transaction.begin();
            participants.consented(site, subject, SCREENED);
            participants.judged(site, subject, List.of(new CriterionResult("CR_I5", "I5", Verdict.MET, "Pain")));
            participants.eligibilitySigned(site, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
            transaction.commit();
            investigator(site);
            randomization.randomize(site, subject);
            sealer.pharmacist(site.study());
            byArm.put(allocations.read(site, subject).arm(), subject);
        }
        assertThat(byArm).hasSize(2);
        return byArm;
    }
}
