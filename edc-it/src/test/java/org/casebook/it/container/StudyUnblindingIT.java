package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.dataset.Datasets;
import org.casebook.disclosure.StudyUnblindingDesk;
import org.casebook.disclosure.TreatmentLine;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Scope;
import org.casebook.outcome.ChangeTable;
import org.casebook.outcome.Outcomes;
import org.casebook.randomization.Randomization;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.signature.Locking;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** The treatments of a whole study are made known after its lock, by the sponsor, once and for good. */
class StudyUnblindingIT extends InContainer {
    private static final String OID = "OPENED";
    private static final Scope STUDY = Scope.of(OID);
    private static final Scope SITE = Scope.of(OID, "101");
    private static final LocalDate CONSENTED = LocalDate.parse("2026-01-15");

    @Inject
    private Trial trial;

    @Inject
    private Sealer sealer;

    @Inject
    private Signatory signatory;

    @Inject
    private StudyUnblinder unblinder;

    @Inject
    private StudyUnblindingDesk desk;

    @Inject
    private Locking locking;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private VisitPlan visits;

    @Inject
    private Outcomes outcomes;

    @Inject
    private Datasets datasets;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Test
    void after_the_lock_the_sponsor_unblinds_for_all_who_work_with_the_data() throws Exception {
        List<String> subjects = randomized();
        as("sponsor");
        assertThat(desk.state(STUDY).isPossible()).isFalse();
        assertThat(desk.state(STUDY).why()).contains("is not locked");
        assertThatThrownBy(() -> desk.request(STUDY, "Final analysis")).hasMessageContaining("is not locked");
        assertThatThrownBy(() -> unblinder.unblind(STUDY, "Final analysis")).hasStackTraceContaining("is not locked");
        assertThatThrownBy(() -> desk.treatments(STUDY)).isInstanceOf(Invalid.class);

        as("data-manager");
        signatory.lockStudy(STUDY, "All is clean");
        String blinded = dataset();
        assertThat(blinded).contains("the study is not unblinded").doesNotContain("treatments.csv");
        assertThatThrownBy(() -> desk.request(STUDY, "Final analysis")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> unblinder.unblind(STUDY, "Final analysis")).hasStackTraceContaining("NotAllowed");
        as("monitor");
        assertThat(events(subjects.get(0))).isEqualTo(events(subjects.get(1))).doesNotContain("SE_X", "SE_OPEN");

        as("sponsor");
        String score = outcomes.choices(STUDY).scores().get(0).oid();
        assertThat(outcomes.changes(STUDY, score).arms()).isEmpty();
        assertThat(desk.state(STUDY).isPossible()).isTrue();
        assertThatThrownBy(() -> desk.request(SITE, "Final analysis")).hasMessageContaining("whole study");
        assertThatThrownBy(() -> desk.request(STUDY, " ")).hasMessageContaining("Say why");
        unblinder.unblind(STUDY, "Final analysis");
        assertThat(desk.state(STUDY).done().reason()).isEqualTo("Final analysis");
        assertThat(desk.state(STUDY).done().by()).isEqualTo("Test sponsor-" + OID);
        assertThatThrownBy(() -> unblinder.unblind(STUDY, "Again")).hasStackTraceContaining("was unblinded at");

        assertThat(outcomes.changes(STUDY, score).arms())
                .extracting(ChangeTable.Arm::treatment)
                .containsExactly("Sham", "Verum");
        everybodySees(subjects);
        as("data-manager");
        String open = dataset();
        assertThat(open).contains("treatments.csv", "ARM_A,Verum", "ARM_B,Sham", "the study is unblinded");
        locking.unlockStudy(STUDY, "A late correction");
        assertThat(desk.state(STUDY).done()).as("what is known stays known").isNotNull();
    }

    private void everybodySees(List<String> subjects) {
        for (String role : List.of("sponsor", "statistician", "data-manager", "monitor", "inspector", "pharmacist")) {
            as(role);
            assertThat(desk.treatments(STUDY).stream().map(TreatmentLine::subject))
                    .as(role)
                    .containsExactlyElementsOf(subjects);
            assertThat(desk.treatments(STUDY).stream().map(TreatmentLine::treatment))
                    .as(role)
                    .containsExactlyInAnyOrder("Verum", "Sham");
        }
        as("monitor");
        Map<String, String> arms = new TreeMap<>();
        desk.treatments(STUDY).forEach(line -> arms.put(line.subject(), line.arm()));
        arms.forEach((subject, arm) -> assertThat(events(subject)).contains(arm.equals("ARM_B") ? "SE_X" : "SE_OPEN"));
        assertThat(trail.lines(STUDY, new TrailFilter(null, null, null, 0, 200)).stream()
                        .map(AuditLine::action))
                .contains("study-unblinded", "treatments-read");
        trial.coordinator(OID, "102");
        assertThat(desk.treatments(Scope.of(OID, "102"))).isEmpty();
        assertThatThrownBy(() -> desk.treatments(SITE)).isInstanceOf(NotAllowed.class);
        trial.coordinator(OID, "101");
        assertThat(desk.treatments(SITE)).hasSize(2);
        trial.as(People.person("builder-" + OID, "/system/builder"));
        assertThatThrownBy(() -> desk.treatments(STUDY)).isInstanceOf(NotAllowed.class);
    }

    private List<String> randomized() throws Exception {
        trial.open(OID, shipped -> file());
        sealer.lists(SITE, 2);
        List<String> subjects = new ArrayList<>();
        for (int one = 0; one < 2; one++) {
            String subject = trial.participant(OID, "101");
            visits.notDone(SITE, subject, "SE_SCREEN", "Invented for a test");
            transaction.begin();
            participants.consented(SITE, subject, CONSENTED);
            participants.judged(SITE, subject, List.of(new CriterionResult("CR_FIT", "I1", Verdict.MET, "Fit")));
            participants.eligibilitySigned(SITE, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
            transaction.commit();
            trial.as(People.person("investigator-101", "/studies/" + OID + "/101/investigator"));
            randomization.randomize(SITE, subject);
            subjects.add(subject);
        }
        return subjects;
    }

    private List<String> events(String subject) {
        return visits.plan(STUDY, subject).stream().map(PlannedVisit::event).toList();
    }

    private String dataset() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        datasets.download(STUDY, datasets.release(STUDY).id(), zip);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                all.append(file.getName())
                        .append('\n')
                        .append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private void as(String role) {
        trial.as(People.person(role + "-" + OID, "/studies/" + OID + "/all/" + role));
    }

    private static String file() {
        try (InputStream in = StudyUnblindingIT.class.getResourceAsStream("/studies/canary.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("OID=\"CANARY\"", "OID=\"" + OID + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
