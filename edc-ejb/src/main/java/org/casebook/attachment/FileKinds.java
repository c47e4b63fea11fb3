package org.casebook.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.casebook.definition.ItemDefinition.FileKind;

/** What a file is, by its first bytes alone: neither its name nor what the sender says of it is ever asked. */
final class FileKinds {

    private FileKinds() {}

    /** The media type of the content, {@code application/octet-stream} when none is known. */
    static String mediaType(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            MediaType found = MimeTypes.getDefaultMimeTypes().detect(content, new Metadata());
            return found.getBaseType().toString();
        }
    }

    static Optional<FileKind> of(String mediaType) {
        return Arrays.stream(FileKind.values())
                .filter(kind -> kind.mediaType().equals(mediaType))
                .findFirst();
    }
}
