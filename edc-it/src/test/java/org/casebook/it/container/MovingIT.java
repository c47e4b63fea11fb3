package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.Entry;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.NewConsent;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.monitoring.Monitoring;
import org.casebook.moving.MovingDesk;
import org.casebook.moving.NewMove;
import org.casebook.moving.PastView;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryView;
import org.casebook.report.Reports;
import org.casebook.report.Worklist;
import org.casebook.signature.Signing;
import org.casebook.site.Sites;
import org.casebook.standing.ScreeningLine;
import org.casebook.standing.ScreeningLog;
import org.casebook.standing.Standing;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectFilter;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** A participant goes to another site: it has all, the one that was left reads what it recorded and changes nothing. */
class MovingIT extends AtTheSite {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private static final TrailFilter ALL = new TrailFilter(null, null, null, 0, 500);

    @Inject
    private MovingDesk moving;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Participants participants;

    @Inject
    private QueryDesk queries;

    @Inject
    private Monitoring monitoring;

    @Inject
    private Signatory signatory;

    @Inject
    private Signing signing;

    @Inject
    private Standing standing;

    @Inject
    private ConsentDesk consents;

    @Inject
    private Reports reports;

    @Inject
    private Sites sites;

    @Inject
    private ScreeningLog screening;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    private String study;
    private Scope north;
    private Scope south;
    private String subject;

    @Test
    void the_new_site_has_all_and_goes_on() throws Exception {
        open("MOVEALL");
        long form = demographics("M");
        as("monitor", "all/monitor");
        long query = queries.raise(north, form, "SEX", "Is this what the source says?")
                .id();
        monitoring.verify(north, form, "SEX");
        trial.coordinator(study, "101");
        work.complete(north, form);
        as("vega", "101/investigator");
        signatory.sign(north, form);
        transaction.begin();
        participants.randomized(north, subject, "R-77", Instant.now());
        transaction.commit();

        move("102", "The family moved south.");

        trial.coordinator(study, "102");
        Participant person = enrolment.get(south, subject);
        assertThat(person.site()).isEqualTo("102");
        assertThat(person.key()).isEqualTo(subject).startsWith("101-");
        assertThat(person.randomization().number()).isEqualTo("R-77");
        assertThat(book.get(south, form).item("SEX").text()).isEqualTo("M");
        assertThat(capture.history(south, form, "SEX"))
                .extracting(AuditLine::newValue)
                .contains("M");
        assertThat(queries.list(south, QueryFilter.UNSETTLED))
                .extracting(QueryView::id)
                .contains(query);
        queries.answer(south, query, "Yes, it is.");
        assertThat(signing.ofForm(south, form)).singleElement().matches(one -> one.brokenAt() == null);
        assertThat(moving.of(south, subject)).singleElement().satisfies(line -> {
            assertThat(line.from()).isEqualTo("101");
            assertThat(line.reason()).isEqualTo("The family moved south.");
        });
        work.type(south, form, "SEX", "F");
        assertThat(book.get(south, form).item("SEX").text()).isEqualTo("F");
        assertThat(signing.ofForm(south, form)).singleElement().matches(one -> one.brokenAt() != null);
        assertThat(signedSite(form)).isEqualTo("101");
        assertThat(trail.lines(south, ALL))
                .extracting(AuditLine::action)
                .contains("subject-added", "subject-arrived", "subject-left", "query-opened");
        work(south).forEach(group -> assertThat(group.items()).noneMatch(item -> "101".equals(item.site())));
    }

    @Test
    void the_site_that_was_left_reads_its_own_past_and_changes_nothing() throws Exception {
        open("MOVEPAST");
        long form = demographics("M");
        move("102", "Nearer home.");
        trial.coordinator(study, "102");
        work.type(south, form, "SEX", "F");
        long later = work.start(south, subject, "SE_SCREEN", "PAIN");

        trial.coordinator(study, "101");
        assertThat(enrolment.list(north, SubjectFilter.ALL)).isEmpty();
        assertThatThrownBy(() -> enrolment.get(north, subject)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> capture.open(north, form)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> saved(form))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining(subject + " went from site 101 to site 102")
                .hasMessageContaining("stays on this page");
        assertThatThrownBy(() -> work.start(north, subject, "SE_SCREEN", "PAIN"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("site 102");
        assertThatThrownBy(() -> capture.open(north, later))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("There is no form");
        assertThatThrownBy(() -> standing.takeBack(north, subject, "Why not.")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> capture.open(south, form)).isInstanceOf(NotAllowed.class);
        assertThat(moving.departures(north))
                .singleElement()
                .satisfies(line -> assertThat(line.to()).isEqualTo("102"));
        PastView past = moving.past(north, subject);
        assertThat(past.forms())
                .singleElement()
                .satisfies(only -> assertThat(only.answers())
                        .anySatisfy(answer -> {
                            assertThat(answer.value()).isEqualTo("Male");
                            assertThat(answer.person()).isEqualTo("Test coordinator-101");
                        })
                        .noneMatch(answer -> answer.value().equals("Female")));
        assertThat(trail.lines(north, ALL))
                .extracting(AuditLine::action)
                .contains("subject-left", "item-changed")
                .doesNotContain("subject-arrived");
        assertThat(trail.lines(north, ALL)).allMatch(line -> "101".equals(line.site()));

        trial.coordinator(study, "102");
        assertThatThrownBy(() -> moving.past(south, subject)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moving.past(north, subject)).isInstanceOf(NotAllowed.class);
        assertThat(moving.departures(south)).isEmpty();
    }

    private void saved(long form) {
        capture.save(north, form, new Entry(UUID.randomUUID().toString(), "SEX", "M", null, null, 1, null));
    }

    @Test
    void recruitment_and_screening_log_count_where_it_happened() throws Exception {
        open("MOVECOUNT");
        demographics("M");
        transaction.begin();
        participants.consented(north, subject, TODAY.minusDays(3));
        participants.randomized(north, subject, "R-78", Instant.now());
        transaction.commit();
        move("102", "Moved.");
        transaction.begin();
        participants.consented(south, subject, TODAY.minusDays(2));
        transaction.commit();
        String native102 = trial.participant(study, "102");

        assertThat(reports.recruitment(south).screened())
                .as("whom it screened itself")
                .isEqualTo(1);
        assertThat(reports.recruitment(south).entered()).isZero();
        assertThat(screening.list(south)).extracting(ScreeningLine::subject).containsExactly(subject, native102);
        assertThat(screening.list(south).get(0).moved()).isEqualTo(new ScreeningLine.Moved("101", "102", today()));
        assertThat(screening.list(south).get(0).left()).isFalse();
        trial.coordinator(study, "101");
        assertThat(reports.recruitment(north).screened()).isEqualTo(1);
        assertThat(reports.recruitment(north).entered()).isEqualTo(1);
        assertThat(screening.list(north)).singleElement().satisfies(line -> {
            assertThat(line.left()).isTrue();
            assertThat(line.site()).isEqualTo("101");
            assertThat(line.outcome()).isEqualTo(SubjectStatus.RANDOMIZED);
            assertThat(line.consentedOn()).as("as it stood then").isEqualTo(TODAY.minusDays(3));
        });
        manager();
        Scope whole = Scope.of(study);
        assertThat(reports.recruitment(whole).screened()).isEqualTo(2);
        assertThat(screening.list(whole)).as("each once").hasSize(2);
    }

    @Test
    void who_comes_back_is_there_again_with_all() throws Exception {
        open("MOVEBACK");
        long form = demographics("M");
        move("102", "For the summer.");
        trial.coordinator(study, "102");
        work.type(south, form, "SEX", "F");
        manager();
        moving.move(south, subject, new NewMove("101", today(), "Summer is over."));
        trial.coordinator(study, "101");
        assertThat(capture.history(north, form, "SEX"))
                .filteredOn(line -> line.action().equals("item-changed"))
                .extracting(AuditLine::newValue)
                .containsExactly("M", "F");
        assertThat(moving.departures(north)).isEmpty();
        trial.coordinator(study, "102");
        assertThat(moving.past(south, subject).forms())
                .singleElement()
                .satisfies(only -> assertThat(only.answers())
                        .extracting(PastView.Answer::value)
                        .containsExactly("Female"));
    }

    @Test
    void consent_is_due_to_the_text_of_the_new_site() throws Exception {
        open("MOVECONSENT");
        transaction.begin();
        participants.consented(north, subject, TODAY.minusDays(30));
        transaction.commit();
        trial.as(People.person("admin", "/system/administrator"));
        consents.putInForce(north, "North 1", TODAY.minusDays(90), false);
        consents.putInForce(north, "North 2", TODAY.minusDays(20), true);
        consents.putInForce(south, "South 1", TODAY.minusDays(90), false);
        trial.coordinator(study, "101");
        consents.give(north, subject, new NewConsent("North 2", TODAY.minusDays(10), "Dr Vega"));
        move("102", "Moved.");
        trial.coordinator(study, "102");
        assertThat(consents.get(south, subject).lines())
                .extracting(line -> line.label())
                .containsExactly("North 1", "North 2");
        assertThat(consents.get(south, subject).due().label()).isEqualTo("South 1");
        assertThat(work(south)).extracting(Worklist.Group::kind).contains(Worklist.Kind.RECONSENT_DUE);
        assertThat(consents.give(south, subject, new NewConsent("South 1", TODAY, "Dr Sund"))
                        .due())
                .isNull();
    }

    @Test
    void a_transfer_that_cannot_be_is_refused_in_words() throws Exception {
        open("MOVEREFUSED");
        assertThatThrownBy(() -> moving.move(north, subject, new NewMove("102", TODAY, "I want.")))
                .isInstanceOf(NotAllowed.class);
        trial.as(People.person("admin", "/system/administrator"));
        sites.add(Scope.of(study, "103"), "Third", "UTC");
        manager();
        assertThat(moving.targets(north, subject)).containsOnlyKeys("102");
        refused(new NewMove("101", TODAY, "There."), "already");
        refused(new NewMove("103", TODAY, "There."), "not active");
        refused(new NewMove(null, TODAY, "There."), "Choose");
        refused(new NewMove("102", null, "There."), "date is missing");
        refused(new NewMove("102", TODAY.plusDays(9), "There."), "future");
        refused(new NewMove("102", TODAY.minusYears(1), "There."), "has been at site 101");
        refused(new NewMove("102", today(), " "), "reason");
        assertThatThrownBy(() -> moving.move(north, subject, new NewMove("999", TODAY, "There.")))
                .isInstanceOf(NotFound.class);
        as("half", "101/data-manager");
        assertThatThrownBy(() -> moving.move(north, subject, new NewMove("102", today(), "There.")))
                .isInstanceOf(NotAllowed.class);
        manager();
        transaction.begin();
        participants.lock(north, subject);
        transaction.commit();
        assertThatThrownBy(() -> moving.move(north, subject, new NewMove("102", today(), "There.")))
                .hasMessageContaining("locked");
        assertThat(moving.of(north, subject)).isEmpty();
    }

    @Test
    void the_database_keeps_the_record_and_moves_nothing_without_it() throws Exception {
        open("MOVEDB");
        move("102", "Moved.");
        String where = " where study = '" + study + "'";
        denied("update edc.subject_move set reason = 'x'" + where, "denied");
        denied("delete from edc.subject_move" + where, "denied");
        denied("update edc.subject set site = '101'" + where, "only a recorded transfer");
        denied(
                "insert into edc.visit (id, study, site, subject_key, event_oid, status, revision) values"
                        + " (nextval('edc.visit_seq'), '" + study + "', '101', '" + subject + "', 'X', 'PLANNED', 1)",
                "visit_at_its_site");
    }

    private void open(String name) {
        study = name;
        north = Scope.of(name, "101");
        south = Scope.of(name, "102");
        trial.open(name);
        subject = trial.participant(name, "101");
    }

    private long demographics(String sex) {
        long form = work.start(north, subject, "SE_SCREEN", "DM");
        work.type(north, form, "SEX", sex);
        return form;
    }

    private void as(String name, String grant) {
        trial.as(People.person(name, "/studies/" + study + "/" + grant));
    }

    private void manager() {
        as("manager", "all/data-manager");
    }

    private void move(String to, String reason) {
        manager();
        moving.move(Scope.of(study), subject, new NewMove(to, today(), reason));
    }

    /** The date at the sites, where somebody was added a moment ago. */
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Stockholm"));
    }

    private void refused(NewMove wanted, String why) {
        assertThatThrownBy(() -> moving.move(north, subject, wanted))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(why);
    }

    private List<Worklist.Group> work(Scope site) {
        return reports.worklist(site).groups();
    }

    private String signedSite(long form) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select signed_site from edc.signature where form_id = ?")) {
            select.setLong(1, form);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void denied(String sql, String why) {
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .hasStackTraceContaining(why);
    }
}
