package org.casebook.web.shell;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A file as an answer: to be saved under its name, and never shown in our pages. */
public final class Download {

    private Download() {}

    /**
     * The answer, to be built, or given more headers first.
     *
     * @param type media type of the content
     * @param name of the file, in any letters (RFC 6266 and 8187)
     */
    public static Response.ResponseBuilder of(Object content, String type, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ ~-]", "_");
        String encoded = Address.part(name);
        String both = plain.equals(name) ? "" : "; filename*=UTF-8''" + encoded;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + plain + "\"" + both);
    }
}
