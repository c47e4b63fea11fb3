package org.casebook.web.login;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.casebook.kernel.Sentence;
import org.casebook.web.language.LanguageChoice;

/** A "no" of the doors as JSON (RFC 9457), for scripts and REST clients. */
final class Problem {

    private Problem() {}

    /**
     * As below, to the scripts of a page, in its reader's language: the doors stand before the filter that binds it.
     *
     * @param phrase of the room “access”
     */
    static void write(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String phrase) {
        write(response, status, code, Sentence.of("access", phrase).in(LanguageChoice.of(request)));
    }

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
