package org.casebook.crossover;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * What somebody asks for who makes a treatment known.
 *
 * @param reason empty where none is asked
 */
record UnblindingRequest(String subject, String reason) {

    String text() {
        return Json.createObjectBuilder()
                .add("subject", subject)
                .add("reason", reason)
                .build()
                .toString();
    }

    static UnblindingRequest parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject parts = reader.readObject();
            return new UnblindingRequest(parts.getString("subject"), parts.getString("reason"));
        }
    }
}
