package org.casebook.concealment;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.UUID;

/**
 * What the trail keeps of an allocation, so that it can be worked out again from the trail alone.
 *
 * @param position in the list, from 1
 * @param number randomisation number
 * @param sealed the slot's treatment, bound to list and position
 * @param levels what decided, as text
 * @param draw with minimisation, the draw, bound to list and position; else null
 * @param version database id of the study version by which it was allocated
 */
public record AllocationRecord(
        UUID list, int position, String number, String sealed, String levels, String draw, long version) {

    String text() {
        JsonObjectBuilder parts = Json.createObjectBuilder()
                .add("list", list.toString())
                .add("position", position)
                .add("number", number)
                .add("sealed", sealed)
                .add("levels", levels)
                .add("version", version);
        if (draw != null) {
            parts.add("draw", draw);
        }
        return parts.build().toString();
    }

    static AllocationRecord parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject parts = reader.readObject();
            return new AllocationRecord(
                    UUID.fromString(parts.getString("list")),
                    parts.getInt("position"),
                    parts.getString("number"),
                    parts.getString("sealed"),
                    parts.getString("levels"),
                    parts.getString("draw", null),
                    parts.getJsonNumber("version").longValue());
        }
    }
}
