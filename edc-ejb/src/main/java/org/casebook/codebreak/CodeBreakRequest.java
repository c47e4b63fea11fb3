package org.casebook.codebreak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * What somebody asks for who wants to break a code.
 *
 * @param reason in the person's words; given before the treatment is shown
 * @param adverseEvent whether an adverse event is the cause
 */
record CodeBreakRequest(String subject, String reason, boolean adverseEvent) {

    String text() {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("reason", reason)
                .add("adverseEvent", adverseEvent)
                .build()
                .toString();
    }

    static CodeBreakRequest parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject parts = reader.readObject();
            return new CodeBreakRequest(
                    parts.getString("subject"), parts.getString("reason"), parts.getBoolean("adverseEvent"));
        }
    }
}
