package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.casebook.acceptance.AcceptanceRefused;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionDoesNotAllow;
import org.casebook.study.VersionRegister;
import org.casebook.study.VersionView;
import org.junit.jupiter.api.Test;

class StudyDesignIT extends InContainer {

    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" FileType="Snapshot" FileOID="F" ODMVersion="2.0"
                 CreationDateTime="2026-01-01T00:00:00Z">
              <Study OID="%s" StudyName="Design" ProtocolName="Design">
                <MetaDataVersion OID="V.1" Name="First">
                  <StudyEventDef OID="SE" Name="Visit" Repeating="No" Type="Scheduled">
                    <ItemGroupRef ItemGroupOID="VS" Mandatory="Yes"/>
                  </StudyEventDef>
                  <ItemGroupDef OID="VS" Name="Vital signs" Repeating="No" Type="Form">
                    <ItemRef ItemOID="PULSE" Mandatory="Yes"/>
                  </ItemGroupDef>
                  <ItemDef OID="PULSE" Name="PULSE" DataType="integer">
                    <Question><TranslatedText xml:lang="en" Type="text/plain">Pulse</TranslatedText></Question>
                  </ItemDef>
                </MetaDataVersion>
              </Study>
            </ODM>
            """;

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Releaser releaser;

    @Inject
    private AuditTrail trail;

    @Inject
    private CurrentActor currentActor;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private UserTransaction transaction;

    @Inject
    private VersionRegister register;

    @Test
    void a_file_becomes_a_version_that_is_released_and_told_in_the_trail() {
        Scope study = Scope.of("DESIGN-IT-1");
        builds();
        VersionView loaded = studyDesign.load(file(study));
        assertThat(loaded.released()).isFalse();
        assertThat(loaded.loadedAt()).isNotNull();
        assertThat(releaser.release(study, loaded.id()).released()).isTrue();
        assertThatThrownBy(() -> releaser.release(study, loaded.id())).isInstanceOf(AcceptanceRefused.class);

        worksIn(study, "inspector");
        assertThat(studyDesign.definition(study).item("VS", "PULSE").question().text())
                .isEqualTo("Pulse");
        assertThat(studyDesign.mine())
                .singleElement()
                .satisfies(mine -> assertThat(mine.versions()).hasSize(1));
        assertThat(trail.lines(study, new TrailFilter(null, "builder", null, 0, 100)))
                .extracting(AuditLine::action)
                .containsExactlyInAnyOrder("study-loaded", "version-tried", "version-accepted", "version-released");
    }

    @Test
    void a_version_is_never_loaded_over_another() {
        Scope study = Scope.of("DESIGN-IT-2");
        builds();
        studyDesign.load(file(study));
        assertThatThrownBy(() -> studyDesign.load(file(study)))
                .isInstanceOf(VersionDoesNotAllow.class)
                .hasMessageContaining("loaded already");
        byte[] changed = text(study).replace(">Pulse<", ">Heart rate<").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> studyDesign.load(changed))
                .isInstanceOf(VersionDoesNotAllow.class)
                .hasMessageContaining("new MetaDataVersion OID");
        assertThat(studyDesign.versions(study)).hasSize(1);
    }

    @Test
    void of_a_faulty_file_nothing_is_kept() {
        Scope study = Scope.of("DESIGN-IT-3");
        builds();
        byte[] faulty =
                text(study).replace("ItemOID=\"PULSE\"", "ItemOID=\"PULS\"").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> studyDesign.load(faulty))
                .isInstanceOfSatisfying(
                        StudyFileIsFaulty.class,
                        refused -> assertThat(refused.faults())
                                .anySatisfy(fault -> assertThat(fault.line()).isEqualTo(10)));
        assertThatThrownBy(() -> studyDesign.versions(study)).isInstanceOf(NotFound.class);
    }

    @Test
    void only_builders_load_and_only_people_of_the_study_look() {
        Scope study = Scope.of("DESIGN-IT-4");
        worksIn(study, "data-manager");
        assertThatThrownBy(() -> studyDesign.load(file(study))).isInstanceOf(NotAllowed.class);
        builds();
        VersionView version = studyDesign.load(file(study));
        worksIn(Scope.of("DESIGN-IT-5"), "data-manager");
        assertThatThrownBy(() -> studyDesign.definition(study)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> studyDesign.definitionOf(Scope.of("DESIGN-IT-5"), version.id()))
                .isInstanceOf(NotFound.class);
        assertThat(studyDesign.mine()).isEmpty();
    }

    @Test
    void the_database_lets_nobody_change_or_remove_a_version() throws SQLException {
        Scope study = Scope.of("DESIGN-IT-6");
        builds();
        long version = studyDesign.load(file(study)).id();
        assertRefused("update edc.study_version set content = 'x', sha256 = encode(sha256('x'), 'hex') where id = "
                + version);
        assertRefused("update edc.study_version set oid = 'V.2' where id = " + version);
        assertRefused("delete from edc.study_version where id = " + version);
        releaser.release(study, version);
        assertRefused("update edc.study_version set status = 'LOADED', released_at = null where id = " + version);
    }

    /** Each of two drafts is fine by itself; of both, whoever comes second is refused, however close behind. */
    @Test
    void two_versions_released_at_once_are_held_against_each_other() throws Exception {
        Scope study = Scope.of("DESIGN-IT-7~test");
        builds();
        byte[] number = text(Scope.of("DESIGN-IT-7")).getBytes(StandardCharsets.UTF_8);
        byte[] words = text(Scope.of("DESIGN-IT-7"))
                .replace("V.1", "V.2")
                .replace("DataType=\"integer\"", "DataType=\"text\"")
                .getBytes(StandardCharsets.UTF_8);
        long first = studyDesign.load(number, StudyKey.Kind.TEST, null).id();
        long second = studyDesign.load(words, StudyKey.Kind.TEST, null).id();
        CountDownLatch begun = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor(threads);
        try {
            transaction.begin();
            register.release(study, first);
            Future<String> waiting = other.submit(() -> releaseBesides(study, second, begun));
            begun.await();
            assertThatThrownBy(() -> waiting.get(2, TimeUnit.SECONDS))
                    .as("it waits for the first")
                    .isInstanceOf(TimeoutException.class);
            transaction.commit();
            assertThat(waiting.get(30, TimeUnit.SECONDS)).contains("PULSE").contains("V.1");
        } finally {
            other.shutdown();
        }
        assertThat(studyDesign.versions(study).stream()
                        .filter(VersionView::released)
                        .map(VersionView::id))
                .containsExactly(first);
    }

    private String releaseBesides(Scope study, long version, CountDownLatch begun) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            builds();
            begun.countDown();
            releaser.release(study, version);
            return "released";
        } catch (StudyFileIsFaulty refused) {
            return refused.getMessage();
        } finally {
            request.deactivate();
        }
    }

    private void assertRefused(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql)).hasMessageContaining("stays");
        }
    }

    private void builds() {
        currentActor.enter(People.person("builder", "/system/builder"), "request-b");
    }

    private void worksIn(Scope study, String role) {
        currentActor.enter(People.person(role, "/studies/" + study.study() + "/all/" + role), "request-w");
    }

    private static String text(Scope study) {
        return FILE.formatted(study.study());
    }

    private static byte[] file(Scope study) {
        return text(study).getBytes(StandardCharsets.UTF_8);
    }
}
