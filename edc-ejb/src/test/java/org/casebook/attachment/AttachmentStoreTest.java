package org.casebook.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.definition.ItemDefinition.Attachment;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.kernel.Invalid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come into the store whole and as what they are, or not at all. */
class AttachmentStoreTest {

    private static final long MEGABYTE = 1024L * 1024;
    private static final Attachment ANY = new Attachment(EnumSet.allOf(FileKind.class), MEGABYTE);

    @TempDir
    private Path folder;

    private AttachmentStore store;

    @BeforeEach
    void open() {
        store = new AttachmentStore(folder);
    }

    @Test
    void a_file_is_what_its_content_says() {
        assertThat(kept(FileFixture.PDF, "a.png").kind()).isEqualTo(FileKind.PDF);
        assertThat(kept(FileFixture.PNG, "a.pdf").kind()).isEqualTo(FileKind.PNG);
        assertThat(kept(FileFixture.JPEG, "a").kind()).isEqualTo(FileKind.JPEG);
        assertThat(kept(FileFixture.TIFF, "a.txt").kind()).isEqualTo(FileKind.TIFF);
        assertThat(kept(FileFixture.DICOM, "IM0001").kind()).isEqualTo(FileKind.DICOM);
        assertThat(kept(FileFixture.TEXT, "a.html").kind()).isEqualTo(FileKind.TEXT);
    }

    @Test
    void what_pretends_to_be_something_else_is_refused_and_leaves_nothing() throws IOException {
        for (byte[] content :
                List.of(FileFixture.HTML, FileFixture.SVG, FileFixture.ZIP, FileFixture.PROGRAM, new byte[500])) {
            assertThatThrownBy(() -> kept(content, "report.png"))
                    .isInstanceOf(FileNotTaken.class)
                    .hasMessageContaining("by its content");
        }
        assertThatThrownBy(() -> kept(FileFixture.HTML, "report.png")).hasMessageContaining("text/html");
        assertThatThrownBy(() -> kept(FileFixture.SVG, "report.png")).hasMessageContaining("image/svg+xml");
        assertThat(files()).isEmpty();
    }

    @Test
    void an_item_takes_the_kinds_that_its_study_names() {
        Attachment pictures = new Attachment(Set.of(FileKind.PNG), MEGABYTE);
        assertThatThrownBy(() -> store.keep(in(FileFixture.PDF), upload("a.pdf", null), pictures))
                .hasMessageContaining("application/pdf")
                .hasMessageContaining("takes PNG");
        assertThat(store.keep(in(FileFixture.PNG), upload("a.png", null), pictures)
                        .kind())
                .isEqualTo(FileKind.PNG);
    }

    @Test
    void what_is_too_large_is_given_up_as_soon_as_it_is() throws IOException {
        Endless endless = new Endless(Long.MAX_VALUE);
        assertThatThrownBy(() -> store.keep(endless, upload("scan.txt", null), ANY))
                .isInstanceOf(FileNotTaken.class)
                .hasMessageContaining("1 MB");
        assertThat(endless.given).isLessThan(MEGABYTE + 200_000);
        assertThat(files()).isEmpty();
        assertThat(store.keep(new Endless(MEGABYTE), upload("scan.txt", null), ANY)
                        .size())
                .as("a file of just that size")
                .isEqualTo(MEGABYTE);
        assertThatThrownBy(() -> kept(new byte[0], "empty.txt")).hasMessageContaining("empty");
    }

    @Test
    void a_sender_who_breaks_off_leaves_nothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 3;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] chunk, int from, int length) throws IOException {
                if (left-- == 0) {
                    throw new IOException("connection reset");
                }
                Arrays.fill(chunk, from, from + length, (byte) 'a');
                return length;
            }
        };
        assertThatThrownBy(() -> store.keep(broken, upload("scan.txt", null), ANY))
                .isInstanceOf(FileNotTaken.class)
                .hasMessageContaining("did not arrive whole");
        assertThatThrownBy(() -> store.keep(in(FileFixture.PDF), upload("a.pdf", 1000L), ANY))
                .as("an end before its time")
                .hasMessageContaining("did not arrive whole");
        assertThatThrownBy(() -> store.keep(in(FileFixture.PDF), upload("a.pdf", 2 * MEGABYTE), ANY))
                .hasMessageContaining("larger than 1 MB");
        assertThat(files()).isEmpty();
    }

    @Test
    void uploads_that_a_killed_system_left_are_gone_after_its_start() throws IOException {
        KeptFile whole = kept(FileFixture.PDF, "a.pdf");
        Path left = Files.writeString(folder.resolve("arriving/upload-1.part"), "half of a fi");
        new AttachmentStore(folder).forgetUnfinished();
        assertThat(left).doesNotExist();
        assertThat(read(whole)).isEqualTo(FileFixture.PDF);
    }

    @Test
    void the_same_content_lies_there_once_and_heals() throws IOException {
        KeptFile file = kept(FileFixture.PDF, "a.pdf");
        assertThat(kept(FileFixture.PDF, "b.pdf").sha256()).isEqualTo(file.sha256());
        assertThat(files()).hasSize(1);
        assertThat(file.size()).isEqualTo(FileFixture.PDF.length);

        Files.writeString(files().get(0), "altered");
        assertThatThrownBy(() -> read(file)).isInstanceOf(FileIsDamaged.class).hasMessageContaining("a.pdf #1");
        kept(FileFixture.PDF, "c.pdf");
        assertThat(read(file)).isEqualTo(FileFixture.PDF);

        Files.delete(files().get(0));
        assertThatThrownBy(() -> read(file)).isInstanceOf(FileIsDamaged.class);
    }

    @Test
    void names_keep_their_words_and_lose_what_could_deceive() {
        assertThat(named("C:\\Users\\x\\MRT Befund – März.pdf")).isEqualTo("MRT Befund – März.pdf");
        assertThat(named("../../etc/passwd")).isEqualTo("passwd");
        assertThat(named("cod\u202Efdp.exe")).isEqualTo("codfdp.exe");
        assertThat(named("a\r\nSet-Cookie: x.pdf")).isEqualTo("aSet-Cookie: x.pdf");
        assertThat(named("x".repeat(300) + ".dcm")).hasSize(200).endsWith("xx.dcm");
        assertThatThrownBy(() -> named("/")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Upload("I", " ", "a", 0, null, null)).isInstanceOf(Invalid.class);
    }

    private static Upload upload(String name, Long length) {
        return new Upload("I", "key", name, 0, null, length);
    }

    private static String named(String name) {
        return upload(name, null).name();
    }

    private KeptFile kept(byte[] content, String name) {
        return store.keep(in(content), upload(name, (long) content.length), ANY);
    }

    private byte[] read(KeptFile file) throws IOException {
        try (InputStream content = store.open(file.sha256(), "a.pdf #1")) {
            return content.readAllBytes();
        }
    }

    private static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Text of any length that nobody holds. */
    private static final class Endless extends InputStream {
        private final long length;
        private long given;

        private Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? 'a' : -1;
        }
    }
}
