package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Allocation;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.NotReadyToRandomize;
import org.casebook.randomization.PreparedList;
import org.casebook.randomization.Randomization;
import org.casebook.randomization.Waiting;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectFilter;
import org.junit.jupiter.api.Test;

/** Randomisation on the real database: no slot twice, nothing before the gate opens, nothing told to blinded eyes. */
class RandomizationIT extends InContainer {
    private static final int AT_EACH_SITE = 100;

    @Inject
    private Trial trial;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private AllocationDesk desk;

    @Inject
    private ListDesk listDesk;

    @Inject
    private Sealer sealer;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedThreadFactory threads;

    @Test
    void two_hundred_at_once_at_two_sites_share_no_slot() throws Exception {
        String study = open("RNDRACE");
        List<Callable<Participant>> tries = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(2 * AT_EACH_SITE);
        for (String site : List.of("101", "102")) {
            prepare(study, site, AT_EACH_SITE);
            for (int one = 0; one < AT_EACH_SITE; one++) {
                String subject = ready(study, site);
                tries.add(() -> {
                    start.await();
                    return randomizeAs(study, site, subject);
                });
            }
        }
        List<Participant> done = AtOnce.answers(threads, tries);

        assertThat(done).hasSize(2 * AT_EACH_SITE).allMatch(Participant::randomized);
        assertThat(done.stream().map(person -> person.randomization().number()).distinct())
                .hasSize(2 * AT_EACH_SITE);
        pharmacist(study);
        assertThat(listDesk.lists(Scope.of(study)))
                .allSatisfy(list -> assertThat(list.used()).isEqualTo(AT_EACH_SITE))
                .allMatch(PreparedList::intact);
        assertThat(participants.list(Scope.of(study))).hasSize(2 * AT_EACH_SITE).allMatch(Participant::randomized);
    }

    @Test
    void fifty_requests_for_one_participant_take_one_slot() throws Exception {
        String study = open("RNDSAME");
        prepare(study, "101", 60);
        String subject = ready(study, "101");
        CyclicBarrier start = new CyclicBarrier(50);
        List<Callable<Participant>> tries = new ArrayList<>();
        for (int one = 0; one < 50; one++) {
            tries.add(() -> {
                start.await();
                return randomizeAs(study, "101", subject);
            });
        }
        List<Participant> done = AtOnce.answers(threads, tries);
        assertThat(done.stream().map(Participant::randomization).distinct()).hasSize(1);
        pharmacist(study);
        assertThat(listDesk.lists(Scope.of(study))).singleElement().satisfies(list -> {
            assertThat(list.used()).isEqualTo(1);
            assertThat(list.slots()).isGreaterThanOrEqualTo(60);
        });
    }

    @Test
    void before_the_gate_is_open_it_names_what_it_waits_for_and_takes_no_slot() throws Exception {
        String study = open("RNDGATE");
        prepare(study, "101", 4);
        String subject = trial.participant(study, "101");
        Scope site = Scope.of(study, "101");
        investigator(study, "101");
        assertThat(randomization.waitsFor(site, subject))
                .extracting(Waiting::kind)
                .containsExactly(Waiting.Kind.CONSENT, Waiting.Kind.CRITERION, Waiting.Kind.SIGNATURE);
        assertThatThrownBy(() -> randomization.randomize(site, subject))
                .isInstanceOf(NotReadyToRandomize.class)
                .hasMessageContaining("informed consent")
                .hasMessageContaining("not signed");
        pharmacist(study);
        assertThat(listDesk.lists(site)).allMatch(list -> list.used() == 0);
    }

    @Test
    void an_exhausted_list_refuses_and_never_begins_again() throws Exception {
        String study = open("RNDFULL");
        int slots = prepare(study, "101", 1).slots();
        for (int one = 0; one < slots; one++) {
            randomizeAs(study, "101", ready(study, "101"));
        }
        String late = ready(study, "101");
        assertThatThrownBy(() -> randomizeAs(study, "101", late))
                .isInstanceOf(NotReadyToRandomize.class)
                .hasMessageContaining("no free slot");
        prepare(study, "101", 1);
        assertThat(randomizeAs(study, "101", late).randomized()).isTrue();
    }

    @Test
    void the_pharmacist_alone_reads_a_treatment_and_each_reading_is_recorded() throws Exception {
        String study = open("RNDREAD");
        prepare(study, "101", 8);
        String subject = ready(study, "101");
        String number = randomizeAs(study, "101", subject).randomization().number();
        Scope site = Scope.of(study, "101");
        for (String blinded :
                List.of("101/coordinator", "101/investigator", "all/sponsor", "all/monitor", "all/data-manager")) {
            trial.as(People.person("blinded", "/studies/" + study + "/" + blinded));
            assertThatThrownBy(() -> desk.read(site, subject)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> listDesk.lists(site)).isInstanceOf(NotAllowed.class);
        }
        pharmacist(study);
        Allocation allocation = desk.read(site, subject);
        assertThat(allocation.number()).isEqualTo(number);
        assertThat(allocation.arm()).isIn("ARM_BMMSC", "ARM_DMSO", "ARM_" + study);

        trial.as(People.person("inspector", "/studies/" + study + "/all/inspector"));
        List<AuditLine> lines = trail.lines(Scope.of(study), new TrailFilter(null, null, null, 0, 500));
        assertThat(lines)
                .filteredOn(line -> line.action().equals("allocation-read"))
                .singleElement()
                .satisfies(line -> assertThat(line.newValue()).isEqualTo(number));
        assertThat(lines).noneMatch(line -> tells(line, allocation));
        assertThat(lines)
                .filteredOn(line -> line.action().equals("slot-allocated"))
                .hasSize(1);
    }

    @Test
    void screening_numbers_have_no_gap_and_no_double_under_concurrency() throws Exception {
        String study = open("RNDKEYS");
        List<Callable<Participant>> tries = new ArrayList<>();
        for (int one = 0; one < 40; one++) {
            tries.add(() -> inRequest(() -> {
                trial.coordinator(study, "101");
                return enrolment.add(Scope.of(study, "101"));
            }));
        }
        AtOnce.answers(threads, tries);
        trial.coordinator(study, "101");
        List<Participant> all = enrolment.list(Scope.of(study, "101"), SubjectFilter.ALL);
        assertThat(all).extracting(Participant::key).hasSize(40).doesNotHaveDuplicates();
        assertThat(all.get(0).key()).isEqualTo("101-001");
        assertThat(all.get(39).key()).isEqualTo("101-040");
        trial.coordinator(study, "102");
        assertThatThrownBy(() -> enrolment.get(Scope.of(study, "102"), "101-001"))
                .isInstanceOf(NotFound.class);
    }

    private static boolean tells(AuditLine line, Allocation allocation) {
        String text = line.oldValue() + " " + line.newValue() + " " + line.reason();
        boolean named = text.contains(allocation.arm()) || text.contains(allocation.treatment());
        // the study's own name and file name its arms for everybody
        return line.subject() != null && named;
    }

    private String open(String study) {
        trial.open(study);
        return study;
    }

    private PreparedList prepare(String study, String site, int slots) {
        return sealer.lists(Scope.of(study, site), slots).get(0);
    }

    private void pharmacist(String study) {
        sealer.pharmacist(study);
    }

    private void investigator(String study, String site) {
        trial.as(People.person("investigator-" + site, "/studies/" + study + "/" + site + "/investigator"));
    }

    /** A participant whose gate is open; the forms that open it have tests of their own. */
    private String ready(String study, String site) throws Exception {
        String subject = trial.participant(study, site);
        Scope place = Scope.of(study, site);
        transaction.begin();
        participants.consented(place, subject, LocalDate.parse("2026-01-15"));
        participants.judged(
                place, subject, List.of(new CriterionResult("CR_I5", "I5", Verdict.MET, "Pain for 6 months")));
        participants.eligibilitySigned(place, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
        transaction.commit();
        return subject;
    }

    private Participant randomizeAs(String study, String site, String subject) throws Exception {
        return inRequest(() -> {
            investigator(study, site);
            return randomization.randomize(Scope.of(study, site), subject);
        });
    }

    /** Runs with a request of its own, as each click has. */
    private <T> T inRequest(Callable<T> call) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        boolean began = request.activate();
        try {
            return call.call();
        } finally {
            if (began) {
                request.deactivate();
            }
        }
    }
}
