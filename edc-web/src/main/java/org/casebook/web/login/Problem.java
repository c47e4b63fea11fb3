package org.casebook.web.login;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A "no" of the doors as JSON (RFC 9457), for scripts and REST clients. */
final class Problem {

    private Problem() {}

    /**
     * @param code stable name in kebab case
     * @param sentence what, where, how to mend it
     */
    static void write(HttpServletResponse response, int status, String code, String sentence) {
        response.setStatus(status);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("type", "about:blank")
                            .add("status", status)
                            .add("code", code)
                            .add("title", sentence)
                            .add("detail", sentence)
                            .build()
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
