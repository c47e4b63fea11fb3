package org.casebook.acceptance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

/**
 * A run's result as the JSON text of its column: {@code [{"oid":…,"name":…,"line":…,"steps":[[line, what, expected, actual,
 * passed]]}]}.
 */
@Converter
public class ResultColumn implements AttributeConverter<RunResult, Object> {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Object convertToDatabaseColumn(RunResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            result.participants().forEach(participant -> write(json, participant));
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RunResult.Participant participant) {
        json.writeStartObject()
                .write("oid", participant.oid())
                .write("name", participant.name())
                .write("line", participant.line())
                .writeStartArray("steps");
        participant
                .steps()
                .forEach(step -> json.writeStartArray()
                        .write(step.line())
                        .write(step.what())
                        .write(step.expected())
                        .write(step.actual())
                        .write(step.passed())
                        .writeEnd());
        json.writeEnd().writeEnd();
    }

    @Override
    public RunResult convertToEntityAttribute(Object text) {
        // the driver hands jsonb over in a type of its own, whose text is the JSON
        List<RunResult.Participant> participants =
                JSON.createReader(new StringReader(text.toString())).readArray().getValuesAs(JsonObject.class).stream()
                        .map(ResultColumn::participant)
                        .toList();
        return new RunResult(participants);
    }

    private static RunResult.Participant participant(JsonObject participant) {
        return new RunResult.Participant(
                participant.getString("oid"),
                participant.getString("name"),
                participant.getInt("line"),
                participant.getJsonArray("steps").getValuesAs(JsonArray.class).stream()
                        .map(ResultColumn::step)
                        .toList());
    }

    private static RunResult.Step step(JsonArray step) {
        return new RunResult.Step(
                step.getInt(0),
                step.getString(1),
                step.getString(2),
                step.getString(3),
                step.get(4) == JsonValue.TRUE || step.getBoolean(4));
    }
}
