package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.attachment.AttachmentDesk;
import org.casebook.attachment.FileNotTaken;
import org.casebook.attachment.Upload;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.CaseBook;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.capture.DataCapture.Begun;
import org.casebook.capture.DataCapture.Seat;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormIsIncomplete;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemWasChanged;
import org.casebook.course.Course;
import org.casebook.explanation.Explanations;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.linking.RowLinks;
import org.casebook.presence.FormPresence;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectIsLocked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that is not begun: looking begins nothing, the first entry begins it once, whoever comes at the same moment. */
class SeatIT extends InContainer {
    private static final String STUDY = "SEATIT";
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static final List<String> ITEMS = List.of(
            "IEI2", "IEI3", "IEI4", "LBPDUR", "CONSDUR", "MBBPOS", "MBBDAT", "IEI8", "IEI9", "OPIOID", "IEE2", "IEE3",
            "IEE4", "IEE5", "IEE6", "IEYN");

    @Inject
    private Trial trial;

    @Inject
    private DataCapture capture;

    @Inject
    private FormDesk desk;

    @Inject
    private CaseBook book;

    @Inject
    private Course course;

    @Inject
    private Explanations explanations;

    @Inject
    private RowLinks links;

    @Inject
    private FormPresence presence;

    @Inject
    private AttachmentDesk files;

    @Inject
    private Participants participants;

    @Inject
    private AuditTrail trail;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private UserTransaction transaction;

    private String subject;
    private Seat seat;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
        seat = new Seat(subject, "SE_SCREEN", "IE");
    }

    @Test
    void looking_from_every_side_begins_nothing() {
        CaseFormView view = capture.open(SITE, seat);
        assertThat(view.header().id()).isZero();
        assertThat(view.permits().correctable()).isTrue();
        assertThat(view.permits().notDoneable()).isTrue();
        assertThat(view.permits().voidable()).isFalse();
        assertThat(view.item("IEI2").orElseThrow().state().revision()).isZero();
        assertThat(course.neighbours(SITE, seat)).isNotNull();
        assertThat(course.earlier(SITE, seat)).isEmpty();
        assertThat(explanations.form(SITE, seat).reasons()).isNotEmpty();
        assertThat(explanations.item(SITE, seat, "IEI2").reasons()).isNotEmpty();
        assertThat(explanations.card(SITE, seat, "IEI2").oid()).isEqualTo("IEI2");
        assertThat(links.of(SITE, seat).from()).isEmpty();
        assertThat(presence.stay(SITE, seat, "w").form()).isZero();
        monitor();
        CaseFormView read = capture.open(Scope.of(STUDY), seat);
        assertThat(read.permits().correctable()).isFalse();
        assertThat(read.permits().completable()).isFalse();
        assertThatThrownBy(() -> capture.save(Scope.of(STUDY), seat, entry("IEI2", "yes", 0)))
                .isInstanceOf(NotAllowed.class);
        assertNothingBegun();
    }

    @Test
    void the_first_entry_begins_the_form_and_both_stand_in_the_trail_as_its_author_s() {
        Entry first = entry("IEI2", "yes", 0);
        Begun begun = capture.save(SITE, seat, first);
        FormState form = book.get(SITE, begun.form());
        assertThat(form.item("IEI2").text()).isEqualTo("yes");
        assertThat(begun.saved().revision()).isEqualTo(2).isEqualTo(form.revision());
        assertThat(capture.open(SITE, seat).header().id()).isEqualTo(begun.form());
        List<AuditLine> told = lines().stream()
                .filter(line -> Set.of("form-started", "item-changed").contains(line.action()))
                .toList();
        assertThat(told).extracting(AuditLine::action).containsExactly("item-changed", "form-started");
        assertThat(told).extracting(line -> line.place().formId()).containsOnly(begun.form());
        assertThat(told).extracting(line -> line.who().username()).containsOnly("coordinator-101");
        assertThat(told).extracting(line -> line.place().formRevision()).containsExactly(2L, 1L);
        assertThat(capture.save(SITE, seat, first)).as("sent again").isEqualTo(begun);
        assertThat(capture.save(SITE, begun.form(), first))
                .as("sent again by the id")
                .isEqualTo(begun.saved());
        assertThat(book.get(SITE, begun.form()).revision()).isEqualTo(2);
        assertThat(capture.save(SITE, seat, entry("IEI3", "yes", 0)).form()).isEqualTo(begun.form());
    }

    @Test
    void what_is_refused_begins_nothing() {
        assertThatThrownBy(() -> capture.save(SITE, seat, entry("NO_SUCH_ITEM", "1", 0)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> capture.save(SITE, seat, entry("IEI2", "yes", 7)))
                .isInstanceOf(ItemWasChanged.class);
        assertThatThrownBy(() -> desk.completeOnce(SITE, seat, UUID.randomUUID().toString()))
                .isInstanceOf(FormIsIncomplete.class);
        assertThatThrownBy(() -> desk.notDone(SITE, seat, "NO_SUCH_REASON", "Why"))
                .isInstanceOf(Invalid.class);
        for (Seat wrong : List.of(
                new Seat(subject, "SE_SCREEN", "EOS"),
                new Seat(subject, "SE_LOGS", "AE"),
                new Seat(subject, "NO_SUCH_EVENT", "IE"),
                new Seat("999-999", "SE_SCREEN", "IE"))) {
            assertThatThrownBy(() -> capture.open(SITE, wrong)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> capture.save(SITE, wrong, entry("IEI2", "yes", 0)))
                    .isInstanceOf(NotFound.class);
        }
        Scope other = Scope.of(STUDY, "102");
        trial.coordinator(STUDY, "102");
        assertThatThrownBy(() -> capture.open(other, seat)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> capture.save(other, seat, entry("IEI2", "yes", 0)))
                .isInstanceOf(NotFound.class);
        assertNothingBegun();
    }

    @Test
    void of_a_locked_participant_the_empty_form_is_locked_and_takes_nothing() throws Exception {
        // the lock itself goes with the transaction, since nothing tells of it
        transaction.begin();
        try {
            participants.lock(SITE, subject);
            CaseFormView view = capture.open(SITE, seat);
            assertThat(view.header().locked()).isTrue();
            assertThat(view.permits().correctable()).isFalse();
            assertThatThrownBy(() -> capture.save(SITE, seat, entry("IEI2", "yes", 0)))
                    .isInstanceOf(SubjectIsLocked.class);
        } finally {
            transaction.rollback();
        }
        assertNothingBegun();
    }

    @Test
    void it_is_left_blank_as_a_whole_without_being_filled_first_and_not_once_it_holds_data() {
        FormState blank = desk.notDone(SITE, seat, "REFUSED", "The participant did not want to");
        assertThat(blank.state()).isEqualTo(FormState.State.NOT_DONE);
        assertThat(capture.open(SITE, seat).header().leftBlank()).isEqualTo(Entry.LeftBlank.REFUSED);
        Seat pain = new Seat(subject, "SE_SCREEN", "PAIN");
        capture.save(SITE, pain, entry("VASBACK", "62", 0));
        assertThat(capture.open(SITE, pain).permits().notDoneable()).isFalse();
        assertThatThrownBy(() -> desk.notDone(SITE, pain, "REFUSED", "Why")).hasMessageContaining("data");
    }

    @Test
    void a_file_begins_the_form_too_and_a_refused_one_does_not() {
        // as the test of attachments calls it: a file is loaded once
        String imaging = "IMAGING";
        Scope place = Scope.of(imaging, "101");
        trial.open(imaging, "studies/imaging.xml");
        Seat mri = new Seat(trial.participant(imaging, "101"), "SE.1", "F.MRI");
        byte[] pdf = "%PDF-1.7\nThe report\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        Upload upload = new Upload("MRIREP", UUID.randomUUID().toString(), "report.pdf", 0, null, null);
        assertThatThrownBy(() -> files.attach(place, mri, upload, new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(FileNotTaken.class);
        assertThat(book.ofSubject(place, mri.subject())).isEmpty();
        long form = files.attach(place, mri, upload, new ByteArrayInputStream(pdf))
                .file()
                .formId();
        assertThat(files.attach(place, mri, upload, new ByteArrayInputStream(pdf))
                        .file()
                        .formId())
                .isEqualTo(form);
        assertThat(files.list(place, form, "MRIREP")).hasSize(1);
        assertThat(book.ofSubject(place, mri.subject()))
                .extracting(FormState::id)
                .containsExactly(form);
    }

    @Test
    void many_first_entries_at_once_begin_one_form_and_none_is_lost() throws Exception {
        for (int people : List.of(2, 2, 2, 3, 5, 8, 16, 32)) {
            seat = new Seat(trial.participant(STUDY, "101"), "SE_SCREEN", "IE");
            subject = seat.subject();
            List<String> acknowledged = race(people);
            List<FormState> forms = read(subject);
            assertThat(forms).as("forms").hasSize(1);
            FormState form = forms.get(0);
            int items = Math.min(people, ITEMS.size());
            assertThat(acknowledged).as("one for each item").hasSize(items);
            assertThat(acknowledged)
                    .allSatisfy(text -> assertThat(form.item(text.substring(0, text.indexOf(' ')))
                                    .text())
                            .isEqualTo(text));
            assertThat(form.revision()).isEqualTo(1 + items);
            assertThat(lines()).extracting(AuditLine::action).containsOnlyOnce("form-started");
        }
    }

    /** In a transaction, as boundaries read: after the race this thread's own entity manager may be closed. */
    private List<FormState> read(String whose) throws Exception {
        transaction.begin();
        try {
            return book.ofSubject(SITE, whose);
        } finally {
            transaction.rollback();
        }
    }

    /** Two of each item; whoever has stored one knows the id and goes on by it, as pages do, while others still wait. */
    private List<String> race(int people) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<String>> tries = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String item = ITEMS.get(person % ITEMS.size());
            String text = item + " of person " + person;
            tries.add(() -> attempt(start, item, text));
        }
        return AtOnce.answers(threads, tries).stream().filter(Objects::nonNull).toList();
    }

    private String attempt(CyclicBarrier start, String item, String text) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            trial.coordinator(STUDY, "101");
            Entry entry = entry(item, text, 0);
            start.await();
            Begun begun = capture.save(SITE, seat, entry);
            assertThat(capture.save(SITE, begun.form(), entry)).isEqualTo(begun.saved());
            return text;
        } catch (ItemWasChanged late) {
            return null;
        } finally {
            request.deactivate();
        }
    }

    private void assertNothingBegun() {
        trial.coordinator(STUDY, "101");
        assertThat(book.ofSubject(SITE, subject)).isEmpty();
        assertThat(lines().stream().filter(line -> line.action().startsWith("form-")))
                .isEmpty();
    }

    /** What the trail tells of the participant, newest first. */
    private List<AuditLine> lines() {
        return trail.lines(SITE, new TrailFilter(subject, null, null, 0, 500));
    }

    private void monitor() {
        trial.as(People.person("monitor-seat", "/studies/" + STUDY + "/all/monitor"));
    }

    private static Entry entry(String item, String text, long itemRevision) {
        return new Entry(UUID.randomUUID().toString(), item, text, null, null, itemRevision, null);
    }
}
