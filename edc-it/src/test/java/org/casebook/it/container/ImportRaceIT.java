package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.capture.CaseBook;
import org.casebook.it.InContainer;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectFilter;
import org.casebook.transfer.ClinicalImport;
import org.casebook.transfer.FileCannotBeTaken;
import org.casebook.transfer.ImportReport;
import org.junit.jupiter.api.Test;

/** Two files of clinical data taken into one study at the same moment: nobody comes in twice, and nobody hears a fault. */
class ImportRaceIT extends InContainer {
    private static final int PARTICIPANTS = 12;

    @Inject
    private Trial trial;

    @Inject
    private Releaser releaser;

    @Inject
    private StudyDesign design;

    @Inject
    private Sites sites;

    @Inject
    private Enrolment enrolment;

    @Inject
    private CaseBook book;

    @Inject
    private ClinicalImport imports;

    @Resource
    private ManagedThreadFactory threads;

    private Actor builder;
    private Scope site;

    @Test
    void one_file_looked_at_twice_and_taken_twice_at_once_comes_in_once() throws Exception {
        open("RACEIMPORT1");
        List<ImportReport> looked = List.of(look(0), look(0));
        assertThat(looked)
                .allSatisfy(one -> assertThat(one.outcome().counts().added()).isEqualTo(PARTICIPANTS));
        List<Optional<String>> refusals = race(looked);
        requireOneTaken(refusals);
        requireOnce(PARTICIPANTS);

        ImportReport again = look(0);
        assertThat(again.outcome().counts().added()).isZero();
        assertThat(again.outcome().counts().fresh()).isZero();
        assertThat(again.outcome().counts().same()).isEqualTo(PARTICIPANTS);
    }

    @Test
    void one_look_taken_twice_at_once_is_taken_once() throws Exception {
        open("RACEIMPORT2");
        ImportReport looked = look(0);
        requireOneTaken(race(List.of(looked, looked)));
        requireOnce(PARTICIPANTS);
    }

    @Test
    void files_that_share_half_of_their_participants_do_not_double_them() throws Exception {
        open("RACEIMPORT3");
        List<Optional<String>> refusals = race(List.of(look(0), look(PARTICIPANTS / 2)));
        requireOneTaken(refusals);
        boolean firstCame = refusals.get(0).isEmpty();
        // looked at again, the one that was late comes in too, and brings only those who were not there
        ImportReport late = look(firstCame ? PARTICIPANTS / 2 : 0);
        assertThat(late.outcome().counts().added()).isEqualTo(PARTICIPANTS / 2);
        imports.take(site, late.id(), null);
        requireOnce(PARTICIPANTS + PARTICIPANTS / 2);
    }

    private static void requireOneTaken(List<Optional<String>> refusals) {
        assertThat(refusals).as("one came in").filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(refusals)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(late -> assertThat(late.orElseThrow())
                        .containsAnyOf("The data changed since the file was looked at", "The file was taken already"));
    }

    private void requireOnce(int participants) {
        List<String> keys = enrolment.list(site, SubjectFilter.ALL).stream()
                .map(Participant::key)
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(participants);
        assertThat(keys).allSatisfy(key -> assertThat(book.ofSubject(site, key)).hasSize(1));
    }

    /** Takes each in a thread and request of its own, at the same moment; why each was refused, or nothing. */
    private List<Optional<String>> race(List<ImportReport> looked) throws Exception {
        CyclicBarrier start = new CyclicBarrier(looked.size());
        List<Callable<Optional<String>>> tries = new ArrayList<>();
        looked.forEach(one -> tries.add(() -> take(start, one.id())));
        return AtOnce.answers(threads, tries);
    }

    private Optional<String> take(CyclicBarrier start, long id) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            trial.as(builder);
            start.await();
            imports.take(site, id, null);
            return Optional.empty();
        } catch (FileCannotBeTaken late) {
            return Optional.of(late.getMessage());
        } finally {
            request.deactivate();
        }
    }

    private ImportReport look(int from) {
        StringBuilder subjects = new StringBuilder();
        for (int number = from; number < from + PARTICIPANTS; number++) {
            subjects.append("""
                    <SubjectData SubjectKey="P%d"><StudyEventData StudyEventOID="SE_SCREEN"><ItemGroupData ItemGroupOID="DM">
                    <ItemGroupData ItemGroupOID="SC_DM"><ItemData ItemOID="SEX"><Value>F</Value></ItemData></ItemGroupData>
                    </ItemGroupData></StudyEventData></SubjectData>
                    """.formatted(number));
        }
        String author = site.study().substring(0, site.study().indexOf('~'));
        String file = """
                <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" FileType="Snapshot" FileOID="F" ODMVersion="2.0"
                     CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="%s" MetaDataVersionOID="%s.1">
                %s</ClinicalData></ODM>
                """.formatted(author, author, subjects);
        ImportReport looked = imports.look(site, "race.xml", file.getBytes(StandardCharsets.UTF_8));
        assertThat(looked.outcome().findings())
                .as("faults")
                .filteredOn(finding -> finding.sentence() != null)
                .isEmpty();
        return looked;
    }

    private void open(String oid) {
        builder = People.person("builder-" + oid, "/system/builder");
        trial.as(builder);
        VersionView version = design.load(trial.fileOf(oid), Kind.TRAINING, null);
        site = Scope.of(version.study(), "101");
        releaser.release(Scope.of(version.study()), version.id());
        sites.add(site, "Race site", "UTC");
        sites.putInForce(site, version.id());
        sites.activate(site);
    }
}
