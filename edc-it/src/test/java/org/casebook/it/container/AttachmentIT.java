package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.casebook.attachment.Attached;
import org.casebook.attachment.AttachmentDesk;
import org.casebook.attachment.AttachmentView;
import org.casebook.attachment.FileNotTaken;
import org.casebook.attachment.Upload;
import org.casebook.audit.AuditLine;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.ItemWasChanged;
import org.casebook.capture.KeyWasUsed;
import org.casebook.capture.ReasonIsMissing;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files at items: attached, replaced, taken away, handed out, and refused. */
class AttachmentIT extends InContainer {
    private static final String STUDY = "IMAGING";
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static final byte[] PDF = bytes("%PDF-1.7\nThe first report\n%%EOF\n");
    private static final byte[] LATER = bytes("%PDF-1.7\nThe corrected report\n%%EOF\n");

    @Inject
    private Trial trial;

    @Inject
    private Casework work;

    @Inject
    private AttachmentDesk desk;

    @Inject
    private DataCapture capture;

    @Inject
    private CaseBook book;

    private long form;

    @BeforeEach
    void enrol() {
        trial.open(STUDY, "studies/imaging.xml");
        form = work.start(SITE, trial.participant(STUDY, "101"), "SE.1", "F.MRI");
    }

    @Test
    void a_file_is_the_value_of_its_item_and_comes_back_byte_for_byte() throws IOException {
        Attached attached = attach("MRIREP", "MRI report.pdf", PDF);
        AttachmentView file = attached.file();
        assertThat(file.kind()).isEqualTo(FileKind.PDF);
        assertThat(file.size()).isEqualTo(PDF.length);
        assertThat(attached.saved().item().value()).isEqualTo("MRI report.pdf #" + file.id());
        assertThat(bytesOf("MRIREP", file.id())).isEqualTo(PDF);
        assertThat(capture.history(SITE, form, "MRIREP"))
                .extracting(AuditLine::action)
                .containsExactlyInAnyOrder("item-changed", "file-attached", "attachment-taken");
        assertThat(capture.history(SITE, form, "MRIREP"))
                .filteredOn(line -> line.action().equals("file-attached"))
                .singleElement()
                .satisfies(line -> assertThat(line.newValue()).contains("application/pdf", file.sha256()));
    }

    @Test
    void earlier_files_stay_reachable_and_a_complete_form_asks_why() throws IOException {
        AttachmentView first = attach("MRIREP", "report.pdf", PDF).file();
        work.complete(SITE, form);
        assertThatThrownBy(() -> attach("MRIREP", "corrected.pdf", LATER)).isInstanceOf(ReasonIsMissing.class);
        assertThat(desk.list(SITE, form, "MRIREP")).as("nothing half done").hasSize(1);

        Upload upload =
                new Upload("MRIREP", key(), "corrected.pdf", revision("MRIREP"), "The radiologist corrected it", null);
        AttachmentView second = desk.attach(SITE, form, upload, in(LATER)).file();
        work.type(SITE, form, "MRIREP", null);
        assertThat(book.get(SITE, form).item("MRIREP").text()).isNull();
        assertThat(desk.list(SITE, form, "MRIREP"))
                .extracting(AttachmentView::id)
                .containsExactly(second.id(), first.id());
        assertThat(bytesOf("MRIREP", first.id())).isEqualTo(PDF);
        assertThat(bytesOf("MRIREP", second.id())).isEqualTo(LATER);
    }

    @Test
    void the_same_file_sent_again_is_attached_once() {
        Upload upload = new Upload("MRIREP", key(), "report.pdf", 0, null, null);
        Attached first = desk.attach(SITE, form, upload, in(PDF));
        assertThat(desk.attach(SITE, form, upload, in(PDF))).isEqualTo(first);
        assertThat(desk.list(SITE, form, "MRIREP")).hasSize(1);
        assertThatThrownBy(() -> desk.attach(SITE, form, upload, in(LATER))).isInstanceOf(KeyWasUsed.class);
        Upload late = new Upload("MRIREP", key(), "late.pdf", 0, null, null);
        assertThatThrownBy(() -> desk.attach(SITE, form, late, in(LATER))).isInstanceOf(ItemWasChanged.class);
        assertThat(desk.list(SITE, form, "MRIREP")).hasSize(1);
    }

    @Test
    void what_the_item_does_not_take_is_refused_whole() {
        byte[] html = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
        assertThatThrownBy(() -> attach("MRISMALL", "picture.png", html)).isInstanceOf(FileNotTaken.class);
        assertThatThrownBy(() -> attach("MRISMALL", "report.pdf", PDF))
                .isInstanceOf(FileNotTaken.class)
                .hasMessageContaining("JPEG, PNG");
        assertThatThrownBy(() -> attach("MRISMALL", "large.png", new byte[1024 * 1024 + 1]))
                .hasMessageContaining("1 MB");
        assertThatThrownBy(() -> attach("MRIDAT", "report.pdf", PDF)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> attach("NOPE", "report.pdf", PDF)).isInstanceOf(NotFound.class);
        assertThat(desk.list(SITE, form, "MRISMALL")).isEmpty();
        assertThat(book.get(SITE, form).revision()).isEqualTo(1);
    }

    @Test
    void nobody_types_the_number_of_a_file_that_is_not_his() {
        AttachmentView file = attach("MRIREP", "report.pdf", PDF).file();
        Entry typed = new Entry(key(), "MRISMALL", file.text(), null, null, 0, null);
        assertThatThrownBy(() -> capture.save(SITE, form, typed))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("holds a file");
        assertThatThrownBy(() -> desk.take(SITE, form, "MRISMALL", file.id())).isInstanceOf(NotFound.class);
        long other = work.start(SITE, trial.participant(STUDY, "101"), "SE.1", "F.MRI");
        assertThatThrownBy(() -> desk.take(SITE, other, "MRIREP", file.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void another_site_sees_no_file_and_whoever_only_looks_attaches_none() throws IOException {
        AttachmentView file = attach("MRIREP", "report.pdf", PDF).file();
        trial.as(People.person("monitor-imaging", "/studies/" + STUDY + "/all/monitor"));
        assertThat(bytesOf("MRIREP", file.id())).isEqualTo(PDF);
        assertThatThrownBy(() -> attach("MRIREP", "report.pdf", LATER)).isInstanceOf(NotAllowed.class);

        trial.coordinator(STUDY, "102");
        Scope there = Scope.of(STUDY, "102");
        assertThatThrownBy(() -> desk.take(SITE, form, "MRIREP", file.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.take(there, form, "MRIREP", file.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.list(there, form, "MRIREP")).isInstanceOf(NotFound.class);
        Upload upload = new Upload("MRIREP", key(), "x.pdf", 1, null, null);
        assertThatThrownBy(() -> desk.attach(there, form, upload, in(PDF))).isInstanceOf(NotFound.class);
    }

    private Attached attach(String item, String name, byte[] content) {
        return desk.attach(SITE, form, new Upload(item, key(), name, revision(item), null, null), in(content));
    }

    private long revision(String item) {
        return book.get(SITE, form).item(item).revision();
    }

    private byte[] bytesOf(String item, long id) throws IOException {
        try (InputStream content = desk.take(SITE, form, item, id).content()) {
            return content.readAllBytes();
        }
    }

    private static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
