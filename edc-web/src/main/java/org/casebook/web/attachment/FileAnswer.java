package org.casebook.web.attachment;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.attachment.AttachmentDesk;
import org.casebook.attachment.AttachmentView;

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
     * The bytes, to be saved and never shown: whatever is in them must not run in our pages. RFC 6266 and 8187 for the name.
     */
    public static Response handed(AttachmentDesk.Handed handed) {
        AttachmentView file = handed.file();
        String plain = file.name().replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        StreamingOutput bytes = out -> {
            try (InputStream content = handed.content()) {
                content.transferTo(out);
            }
        };
        return Response.ok(bytes, file.kind().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
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
