package org.casebook.concealment;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;

/**
 * What the trail keeps of how an allocation list was made, so that it can be made again from the trail alone.
 *
 * @param origin how it came about, as the room of lists calls it
 * @param version database id of the study version by which it was made
 * @param asked how many slots were asked for
 * @param seed bound to the list; null where it was not drawn here
 * @param arms OIDs in order, where it came from elsewhere; else none
 */
public record ListRecord(UUID id, String origin, long version, int asked, String seed, List<String> arms) {

    public ListRecord {
        arms = List.copyOf(arms);
    }

    String text() {
        JsonObjectBuilder parts = Json.createObjectBuilder()
                .add("id", id.toString())
                .add("origin", origin)
                .add("version", version)
                .add("asked", asked)
                .add("arms", Json.createArrayBuilder(arms));
        if (seed != null) {
            parts.add("seed", seed);
        }
        return parts.build().toString();
    }

    static ListRecord parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject parts = reader.readObject();
            return new ListRecord(
                    UUID.fromString(parts.getString("id")),
                    parts.getString("origin"),
                    parts.getJsonNumber("version").longValue(),
                    parts.getInt("asked"),
                    parts.getString("seed", null),
                    parts.getJsonArray("arms").getValuesAs(JsonString::getString));
        }
    }
}
