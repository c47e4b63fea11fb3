package org.casebook.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.casebook.definition.ItemDefinition.Attachment;
import org.casebook.definition.ItemDefinition.FileKind;

/**
 * The folder of files. A file lies under the SHA-256 of its content, written beside and moved there whole, so that what lies
 * there is always a whole file; nothing is ever changed or removed.
 */
final class AttachmentStore {

    private static final int CHUNK = 64 * 1024;
    private static final String ARRIVING = "arriving";

    private final Path folder;

    /**
     * @param folder where the files lie; made when absent
     */
    AttachmentStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve(ARRIVING));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of attachments " + folder + " cannot be made.", e);
        }
    }

    /** Removes what uploads left behind that were cut off when the system ended. */
    void forgetUnfinished() {
        try (Stream<Path> left = Files.list(folder.resolve(ARRIVING))) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unfinished uploads in " + folder + " cannot be removed.", e);
        }
    }

    /**
     * Keeps a file. It is written as it arrives, so that its size costs no memory.
     *
     * @param upload its name is for sentences alone
     * @throws FileNotTaken when it is empty, too large or of a kind that is not allowed; nothing of it is left
     */
    KeptFile keep(InputStream content, Upload upload, Attachment allowed) {
        try {
            Path arriving = Files.createTempFile(folder.resolve(ARRIVING), "upload-", ".part");
            try {
                return keep(content, arriving, upload, allowed);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be kept in " + folder + ".", e);
        }
    }

    private KeptFile keep(InputStream content, Path arriving, Upload upload, Attachment allowed) throws IOException {
        MessageDigest digest = sha256();
        String name = upload.name();
        if (upload.length() != null && upload.length() > allowed.mostBytes()) {
            throw FileNotTaken.tooLarge(name, allowed.mostMegabytes());
        }
        long size = write(content, arriving, digest, name, allowed);
        if (upload.length() != null && upload.length() != size) {
            throw FileNotTaken.cutOff(name);
        }
        if (size == 0) {
            throw FileNotTaken.empty(name);
        }
        String type = FileKinds.mediaType(arriving);
        FileKind kind = FileKinds.of(type)
                .filter(allowed.kinds()::contains)
                .orElseThrow(() -> FileNotTaken.ofKind(name, type, allowed.kinds()));
        KeptFile file = new KeptFile(kind, size, HexFormat.of().formatHex(digest.digest()));
        settle(arriving, place(file.sha256()));
        return file;
    }

    private static long write(InputStream content, Path file, MessageDigest digest, String name, Attachment allowed)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = read(content, chunk, name); read >= 0; read = read(content, chunk, name)) {
                size += read;
                if (size > allowed.mostBytes()) {
                    throw FileNotTaken.tooLarge(name, allowed.mostMegabytes());
                }
                digest.update(chunk, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return size;
    }

    /** A sender who breaks off is no fault of ours. */
    private static int read(InputStream content, byte[] chunk, String name) {
        try {
            return content.read(chunk);
        } catch (IOException brokenOff) {
            throw FileNotTaken.cutOff(name);
        }
    }

    private void settle(Path arriving, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        // replaces an equal file at most, and heals one that the disk has damaged
        Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
        for (Path entry : new Path[] {place.getParent(), folder}) {
            try (FileChannel directory = FileChannel.open(entry, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /**
     * Opens a file for reading, once its content was found to be what was kept.
     *
     * @param text what to call it in a sentence
     * @throws FileIsDamaged when it is gone or altered
     */
    InputStream open(String sha256, String text) {
        Path place = place(sha256);
        try {
            MessageDigest digest = sha256();
            byte[] chunk = new byte[CHUNK];
            try (InputStream content = Files.newInputStream(place)) {
                for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                    digest.update(chunk, 0, read);
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new FileIsDamaged(text);
            }
            return Files.newInputStream(place);
        } catch (IOException gone) {
            throw new FileIsDamaged(text);
        }
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
