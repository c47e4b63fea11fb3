package org.casebook.web.attachment;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.casebook.attachment.Upload;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/**
 * What comes with the bytes of a file. Its name and the reason travel in headers, percent-encoded in UTF-8, since addresses are
 * written to logs.
 */
public class FileSent {

    @PathParam("item")
    private String item;

    @QueryParam("key")
    private String key;

    @QueryParam("itemRevision")
    private Long itemRevision;

    @HeaderParam("X-File-Name")
    private String name;

    @HeaderParam("X-Reason")
    private String reason;

    @HeaderParam(HttpHeaders.CONTENT_LENGTH)
    private Long length;

    /** Refuses when something is missing. */
    public Upload upload() {
        if (itemRevision == null) {
            throw new Invalid(Sentence.of("attachment", "noRevision"));
        }
        return new Upload(item, key, decoded(name), itemRevision, decoded(reason), length);
    }

    private static String decoded(String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            // a plus is a plus here
            return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new Invalid("X-File-Name and X-Reason are percent-encoded in UTF-8; “%s” is not.".formatted(sent));
        }
    }
}
