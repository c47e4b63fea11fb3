package org.casebook.web.attachment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import org.casebook.attachment.AttachmentDesk;
import org.casebook.attachment.AttachmentView;
import org.casebook.web.shell.Download;

/**
 * A file as the outside is told of it.
 *
 * @param text what the item holds while it holds this file
 * @param type media type of the content
 * @param size bytes
 */
public record FileAnswer(
        long id, String text, String name, String type, long size, String sha256, Instant at, String by) {

    public static FileAnswer of(AttachmentView file) {
        return new FileAnswer(
                file.id(),
                file.text(),
                file.name(),
                file.kind().mediaType(),
                file.size(),
                file.sha256(),
                file.storedAt(),
                file.storedBy());
    }

    /**
     * The bytes, to be saved and never shown: whatever is in them must not run in our pages. RFC 6266 and 8187 for the name, which
     * ends as the content is.
     */
    public static Response handed(AttachmentDesk.Handed handed) {
        AttachmentView file = handed.file();
        StreamingOutput bytes = out -> {
            try (InputStream content = handed.content()) {
                content.transferTo(out);
            }
        };
        return Download.of(bytes, file.kind().mediaType(), file.handedName())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Repr-Digest", "sha-256=:" + base64(file.sha256()) + ":")
                .build();
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(hex));
    }
}
