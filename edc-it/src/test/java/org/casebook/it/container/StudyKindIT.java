package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebook.capture.DataCapture;
import org.casebook.dataset.DatasetRelease;
import org.casebook.dataset.Datasets;
import org.casebook.it.InContainer;
import org.casebook.kernel.Actor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyView;
import org.casebook.study.VersionView;
import org.casebook.subject.Enrolment;
import org.junit.jupiter.api.Test;

/** Test and production studies of one file side by side: a builder can do all in the one, and nothing of it is in the other. */
class StudyKindIT extends InContainer {

    private static final String CANARY = "canary of the test study";

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
    private Casework casework;

    @Inject
    private DataCapture capture;

    @Inject
    private Datasets datasets;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    private Actor builder;
    private Scope production;
    private Scope test;
    private long form;

    @Test
    void whoever_builds_tries_the_whole_study_alone_and_nobody_else_comes_in() {
        open("KINDIT1");
        assertThat(design.mine())
                .filteredOn(study -> study.authorOid().equals("KINDIT1"))
                .extracting(StudyView::oid, StudyView::kind)
                .containsExactly(tuple("KINDIT1", Kind.PRODUCTION), tuple("KINDIT1~test", Kind.TEST));
        assertThat(capture.open(test, form).header().subject()).isEqualTo("101-001");
        assertThatThrownBy(() -> enrolment.add(production)).isInstanceOf(NotAllowed.class);

        trial.coordinator("KINDIT1", "101");
        assertThatThrownBy(() -> enrolment.add(test)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> capture.open(test, form)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> capture.open(production, form)).isInstanceOf(NotFound.class);
    }

    @Test
    void nothing_of_the_test_study_is_in_a_dataset_of_production() throws Exception {
        open("KINDIT2");
        lock("KINDIT2");
        lock("KINDIT2~test");
        trial.as(People.person("sponsor", "/studies/KINDIT2/all/sponsor"));
        DatasetRelease real = datasets.release(Scope.of("KINDIT2"));
        String content = content(Scope.of("KINDIT2"), real);
        assertThat(real.fileName()).startsWith("KINDIT2-dataset");
        assertThat(content).contains("101-001").contains("\"studyKind\": \"PRODUCTION\"");
        assertThat(content).doesNotContain(CANARY).doesNotContain("~test").doesNotContain("TEST STUDY");

        trial.as(builder);
        DatasetRelease tried = datasets.release(Scope.of("KINDIT2~test"));
        String copy = content(Scope.of("KINDIT2~test"), tried);
        assertThat(tried.fileName()).startsWith("TEST-KINDIT2_test-dataset");
        assertThat(copy)
                .contains(CANARY)
                .contains("TEST STUDY: made up")
                .contains("\"studyKind\": \"TEST\"")
                .contains("<Study OID=\"KINDIT2~test\"")
                .contains("<ClinicalData StudyOID=\"KINDIT2~test\"")
                .doesNotContain("<ClinicalData StudyOID=\"KINDIT2\"");

        trial.as(People.person("sponsor", "/studies/KINDIT2/all/sponsor"));
        assertThatThrownBy(() -> datasets.get(Scope.of("KINDIT2"), tried.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> datasets.download(Scope.of("KINDIT2"), tried.id(), new ByteArrayOutputStream()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_database_lets_no_row_change_its_study_and_no_study_its_kind() throws SQLException {
        open("KINDIT3");
        String of = " where study = 'KINDIT3~test'";
        for (String table : tablesWithStudy()) {
            String relabel = "update edc." + table + " set study = 'KINDIT3'" + of;
            if (count("select count(*) from edc." + table + of) > 0) {
                refused(relabel);
            }
        }
        assertThat(count("select count(*) from edc.case_form" + of)).isPositive();
        refused("update edc.study set kind = 'PRODUCTION', oid = author_oid || 'X' where oid = 'KINDIT3~test'");
        refused("update edc.study set kind = 'TRAINING' where oid = 'KINDIT3'");
        refused("delete from edc.study where oid = 'KINDIT3~test'");
        refused("insert into edc.study (oid, author_oid, kind, name) values ('KINDIT3X', 'KINDIT3X', 'TEST', 'x')");
        refused("insert into edc.study (oid, author_oid, kind, name) values ('X~test', 'X~test', 'PRODUCTION', 'x')");
    }

    /** A new table with a column study gets the trigger by itself. */
    @Test
    void every_table_that_names_a_study_holds_its_rows_there() throws SQLException {
        assertThat(strings("select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                        + " where t.tgname = 'stays_in_its_study'"))
                .containsExactlyInAnyOrderElementsOf(tablesWithStudy());
    }

    @Test
    void nothing_hangs_on_a_record_of_another_study() throws SQLException {
        open("KINDIT4");
        String version = "(select id from edc.study_version where study = 'KINDIT4~test')";
        refused("insert into edc.subject (id, study, site, subject_key, status, version_id, added_at, revision) values"
                + " (nextval('edc.subject_seq'), 'KINDIT4', '101', '101-999', 'SCREENING', " + version
                + ", now(), 1)");
        refused("update edc.subject set version_id = " + version + " where study = 'KINDIT4'");
        refused("insert into edc.query (id, study, site, subject_key, form_id, form_oid, state, text, opened_by,"
                + " opened_name, opened_at, changed_at, version) values (nextval('edc.query_seq'), 'KINDIT4', '101',"
                + " '101-001', " + form + ", 'DM', 'OPEN', 'x', 'x', 'x', now(), now(), 1)");
        refused(
                "insert into edc.verification (id, study, site, subject_key, form_id, item_oid, item_revision, verified_by,"
                        + " verified_name, verified_at, lost) values (nextval('edc.verification_seq'), 'KINDIT4', '101',"
                        + " '101-001', " + form + ", 'SEX', 1, 'x', 'x', now(), false)");
    }

    /** The same file as production and test study, a participant 101-001 in each, a comment in the test study alone. */
    private void open(String oid) {
        trial.open(oid);
        production = Scope.of(oid, "101");
        test = Scope.of(oid + "~test", "101");
        trial.participant(oid, "101");
        builder = People.person("builder-" + oid, "/system/builder");
        trial.as(builder);
        VersionView version = design.load(trial.fileOf(oid), Kind.TEST, null);
        assertThat(version.study()).isEqualTo(oid + "~test");
        releaser.release(Scope.of(version.study()), version.id());
        sites.add(test, "Test site", "UTC");
        sites.putInForce(test, version.id());
        sites.activate(test);
        String subject = enrolment.add(test).key();
        assertThat(subject).isEqualTo("101-001");
        form = capture.addRow(test, subject, "AE");
        casework.type(test, form, "AETERM", CANARY);
    }

    /** As far as a dataset looks; how a study comes to be locked is LockingIT's. */
    private void lock(String study) throws SQLException {
        execute("insert into edc.study_lock (study, locked_by, locked_name, locked_at, reason) values ('" + study
                + "', 'x', 'x', now(), 'x')");
    }

    private String content(Scope study, DatasetRelease release) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        datasets.download(study, release.id(), bytes);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private List<String> tablesWithStudy() throws SQLException {
        return strings(
                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'study'"
                        + " and not a.attisdropped where c.relnamespace = 'edc'::regnamespace and c.relkind = 'r'");
    }

    private void refused(String sql) {
        ThrowingCallable attempt = () -> execute(sql);
        assertThatThrownBy(attempt)
                .as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState())
                        .as(sql + ": " + refusal.getMessage())
                        .matches("23\\d\\d\\d|42501"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String sql) throws SQLException {
        return Integer.parseInt(strings(sql).get(0));
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
