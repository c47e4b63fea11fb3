package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.casebook.capture.FormState;
import org.casebook.dataset.DatasetRelease;
import org.casebook.dataset.Datasets;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;
import org.casebook.subject.Enrolment;
import org.casebook.transfer.ClinicalImport;
import org.casebook.transfer.Finding;
import org.casebook.transfer.ImportReport;
import org.junit.jupiter.api.Test;

/** A visit that repeats, out to the files of a dataset and back from them. */
class RepeatingVisitsInFilesIT extends AtTheSite {
    private static final String STUDY = "REPEATFILES";

    @Inject
    private VisitPlan plan;

    @Inject
    private StudyDesign design;

    @Inject
    private Releaser releaser;

    @Inject
    private Sites sites;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Datasets datasets;

    @Inject
    private ClinicalImport imports;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(20);
    private Actor builder;

    @Test
    void what_is_exported_comes_back() throws Exception {
        builder = People.person("builder-" + STUDY, "/system/builder");
        Scope from = open(Kind.TRAINING);
        String subject = enrolment.add(from).key();
        for (int number = 1; number <= 11; number++) {
            String visit = number == 1 ? "SE_UNSCH" : "SE_UNSCH~" + number;
            plan.date(from, subject, visit, day.plusDays(number), null);
            work.type(from, work.start(from, subject, visit, "PAIN"), "VASBACK", String.valueOf(10 + number));
        }
        Map<String, String> files = dataset(Scope.of(from.study()));

        String table = files.get("forms/PAIN.csv");
        assertThat(table.lines().skip(1))
                .hasSize(11)
                .allMatch(line -> line.contains("Unscheduled visit"))
                .elements(1, 9, 10)
                .satisfiesExactly(
                        line -> assertThat(line).contains(",SE_UNSCH~2,Unscheduled visit 2," + day.plusDays(2) + ","),
                        line -> assertThat(line).contains(",SE_UNSCH~10,Unscheduled visit 10,"),
                        line -> assertThat(line).contains(",SE_UNSCH~11,"));
        assertThat(files.get("visits.csv")).contains("SE_UNSCH~11,Unscheduled visit 11,");
        for (String file : new String[] {"odm/snapshot.xml", "odm/history.xml"}) {
            assertThat(files.get(file))
                    .contains("StudyEventOID=\"SE_UNSCH\" StudyEventRepeatKey=\"1\"")
                    .contains("StudyEventOID=\"SE_UNSCH\" StudyEventRepeatKey=\"11\"")
                    .doesNotContain("SE_UNSCH~");
        }

        Scope to = open(Kind.TEST);
        for (String file : new String[] {"odm/snapshot.xml", "odm/history.xml"}) {
            String content = files.get(file).replace(from.study(), to.study());
            ImportReport looked = imports.look(to, "came.xml", content.getBytes(StandardCharsets.UTF_8));
            assertThat(looked.outcome().findings())
                    .filteredOn(finding -> finding.kind() == Finding.Kind.FAULT)
                    .isEmpty();
            boolean first = file.equals("odm/snapshot.xml");
            assertThat(looked.outcome().counts().fresh()).as(file).isEqualTo(first ? 11 : 0);
            if (first) {
                imports.take(to, looked.id(), null);
            }
        }
        String came = enrolment
                .list(to, org.casebook.subject.SubjectFilter.ALL)
                .get(0)
                .key();
        assertThat(values(to, came)).isEqualTo(values(from, subject)).containsEntry("SE_UNSCH~11", "21");
        assertThat(plan.plan(to, came))
                .extracting(PlannedVisit::event)
                .as("the schedule shows what came in")
                .contains("SE_UNSCH", "SE_UNSCH~2", "SE_UNSCH~11");
    }

    private Map<String, String> values(Scope place, String subject) {
        Map<String, String> values = new TreeMap<>();
        for (FormState form : book.ofSubject(place, subject)) {
            values.put(form.event(), form.item("VASBACK").text());
        }
        return values;
    }

    private Scope open(Kind kind) {
        trial.as(builder);
        VersionView version = design.load(trial.fileOf(STUDY), kind, null);
        Scope site = Scope.of(version.study(), "101");
        releaser.release(Scope.of(version.study()), version.id());
        sites.add(site, "Site of files", "UTC");
        sites.putInForce(site, version.id());
        sites.activate(site);
        return site;
    }

    /** The texts of a dataset, by their path; how a study comes to be locked is LockingIT's. */
    private Map<String, String> dataset(Scope study) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into edc.study_lock (study, locked_by, locked_name, locked_at, reason) values ('"
                    + study.study() + "', 'x', 'x', now(), 'x')");
        }
        DatasetRelease release = datasets.release(study);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        datasets.download(study, release.id(), bytes);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
