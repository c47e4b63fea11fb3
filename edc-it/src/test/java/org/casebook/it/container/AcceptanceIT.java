package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.AcceptanceRefused;
import org.casebook.acceptance.RunResult;
import org.casebook.acceptance.RunView;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;
import org.junit.jupiter.api.Test;

/** What releases a version and what does not. */
class AcceptanceIT extends InContainer {

    private static final String GREEN = "<cb:Expect Eligible=\"NotYet\"/>";
    private static final String RED = "<cb:Expect Eligible=\"Met\"/>";

    @Inject
    private Acceptance acceptance;

    @Inject
    private Releaser releaser;

    @Inject
    private StudyDesign design;

    @Inject
    private AuditTrail trail;

    @Inject
    private Trial trial;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    private Scope study;
    private long version;

    @Test
    void a_red_run_blocks_every_way_to_release_and_says_expected_and_actual() {
        load("ACCEPTRED", Kind.PRODUCTION, RED);
        RunView run = acceptance.run(study, version);
        assertThat(run.green()).isFalse();
        RunResult.Step step = run.result().participants().get(0).steps().get(0);
        assertThat(step.expected()).isEqualTo("met");
        assertThat(step.actual()).isEqualTo("not yet");
        assertThat(step.line()).isGreaterThan(1);
        assertThatThrownBy(() -> acceptance.requestRelease(study, version))
                .isInstanceOf(AcceptanceRefused.class)
                .hasMessageContaining("line " + step.line())
                .hasMessageContaining("expected met, was not yet");
        assertThatThrownBy(() -> acceptance.release(study, version)).isInstanceOf(AcceptanceRefused.class);
        assertThat(design.current(study).released()).isFalse();
        assertThat(actions()).contains("version-tried", "release-refused").doesNotContain("version-released");

        load("ACCEPTRED", Kind.TEST, RED);
        assertThatThrownBy(() -> acceptance.release(study, version)).hasMessageContaining("1 of 1 steps");
        assertThat(design.current(study).released()).isFalse();
        assertThat(acceptance.latest(study, version))
                .as("the refusal keeps nothing")
                .isEmpty();
    }

    @Test
    void a_green_run_is_signed_and_releases_and_its_record_is_kept() throws SQLException {
        load("ACCEPTGREEN", Kind.PRODUCTION, GREEN);
        assertThatThrownBy(() -> acceptance.release(study, version))
                .isInstanceOf(AcceptanceRefused.class)
                .hasMessageContaining("signing");
        assertThat(releaser.release(study, version).released()).isTrue();
        RunView run = acceptance.latest(study, version).orElseThrow();
        assertThat(run.signature().name()).isEqualTo("Test builder");
        assertThat(run.signature().meaning()).contains("I accept it for use");
        assertThat(run.signature().sha256()).hasSize(64);
        assertThat(run.fileSha256()).isEqualTo(design.current(study).sha256());
        byte[] record = acceptance.record(study, version);
        assertThat(new String(record, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(acceptance.record(study, version)).isEqualTo(record);
        assertThat(actions())
                .containsExactlyInAnyOrder("study-loaded", "version-tried", "version-accepted", "version-released");
        assertThatThrownBy(() -> acceptance.run(study, version)).hasMessageContaining("released already");
        assertThatThrownBy(() -> acceptance.requestRelease(study, version)).hasMessageContaining("released already");
        refused("update edc.acceptance_run set result = '[]' where id = " + run.id());
        refused("update edc.acceptance_run set signer_name = 'x' where id = " + run.id());
        refused("delete from edc.acceptance_run where id = " + run.id());
    }

    @Test
    void what_is_signed_is_what_was_asked_for_by_whom_it_was_asked() {
        load("ACCEPTHASH", Kind.PRODUCTION, GREEN);
        String payload = releaser.request(study, version);
        String forged = payload.split(" ")[0] + " " + "0".repeat(64);
        assertThatThrownBy(() -> releaser.confirm(study, forged)).hasMessageContaining("no longer what was shown");
        trial.as(People.person("other-builder", "/system/builder"));
        assertThatThrownBy(() -> releaser.confirm(study, payload)).hasMessageContaining("no longer what was shown");
        trial.as(People.person("data-manager", "/studies/" + study.study() + "/all/data-manager"));
        assertThatThrownBy(() -> releaser.confirm(study, payload)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> releaser.confirm(Scope.of("ACCEPTELSE"), payload))
                .isInstanceOf(NotAllowed.class);
        builder();
        assertThatThrownBy(() -> releaser.confirm(Scope.of("ACCEPTELSE"), payload))
                .isInstanceOf(NotFound.class);
        assertThat(design.current(study).released()).isFalse();
        releaser.confirm(study, payload);
        assertThat(design.current(study).released()).isTrue();
        assertThatThrownBy(() -> releaser.confirm(study, payload)).hasMessageContaining("released already");
    }

    @Test
    void without_test_participants_the_signature_says_so_and_a_copy_needs_none() {
        load("ACCEPTNONE", Kind.PRODUCTION, "");
        releaser.release(study, version);
        assertThat(acceptance.latest(study, version).orElseThrow().signature().meaning())
                .contains("no test participants");
        load("ACCEPTNONE", Kind.TRAINING, "");
        assertThat(acceptance.release(study, version).released()).isTrue();
        RunView run = acceptance.latest(study, version).orElseThrow();
        assertThat(run.signed()).isFalse();
        assertThat(run.result().isEmpty()).isTrue();
        assertThat(acceptance.record(study, version)).isNotEmpty();
    }

    @Test
    void a_file_is_tried_before_anything_is_kept() {
        builder();
        assertThat(acceptance.tryFile(file("ACCEPTDRY", RED)).passed()).isFalse();
        assertThat(acceptance.tryFile(file("ACCEPTDRY", GREEN)).passed()).isTrue();
        assertThatThrownBy(() -> acceptance.tryFile(file("ACCEPTDRY", "<cb:Expect Eligible=\"Perhaps\"/>")))
                .isInstanceOf(StudyFileIsFaulty.class);
        assertThatThrownBy(() -> design.versions(Scope.of("ACCEPTDRY"))).isInstanceOf(NotFound.class);
    }

    @Test
    void people_of_other_studies_see_no_run() {
        load("ACCEPTVIEW", Kind.PRODUCTION, GREEN);
        acceptance.run(study, version);
        trial.as(People.person("inspector", "/studies/ACCEPTVIEW/all/inspector"));
        assertThat(acceptance.latest(study, version)).isPresent();
        assertThatThrownBy(() -> acceptance.run(study, version)).isInstanceOf(NotAllowed.class);
        trial.as(People.person("inspector", "/studies/ACCEPTOTHER/all/inspector"));
        assertThatThrownBy(() -> acceptance.latest(study, version)).isInstanceOf(NotAllowed.class);
        assertThat(acceptance.latest(Scope.of("ACCEPTOTHER"), version)).isEmpty();
    }

    private void load(String oid, Kind kind, String step) {
        builder();
        VersionView loaded = design.load(file(oid, step), kind, null);
        study = Scope.of(loaded.study());
        version = loaded.id();
    }

    private void builder() {
        trial.as(People.person("builder", "/system/builder"));
    }

    private List<String> actions() {
        trial.as(People.person("inspector", "/studies/" + study.study() + "/all/inspector"));
        List<String> actions = trail.lines(study, new TrailFilter(null, "builder", null, 0, 100)).stream()
                .map(AuditLine::action)
                .toList();
        builder();
        return actions;
    }

    private void refused(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql)).hasMessageMatching("(?s).*(stays|denied).*");
        }
    }

    private byte[] file(String oid, String step) {
        String whole = new String(trial.fileOf(oid), StandardCharsets.UTF_8);
        String participant = step.isEmpty()
                ? ""
                : "<cb:TestParticipant OID=\"TP\" Name=\"Test\" Today=\"2026-03-02\">" + step + "</cb:TestParticipant>";
        return (whole.substring(0, whole.indexOf("<cb:TestParticipant"))
                        + participant
                        + whole.substring(whole.lastIndexOf("</MetaDataVersion>")))
                .getBytes(StandardCharsets.UTF_8);
    }
}
