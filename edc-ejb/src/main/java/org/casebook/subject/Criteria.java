package org.casebook.subject;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;
import org.casebook.subject.CriterionResult.Verdict;

/** Criterion results as the jsonb array of the participant's row. */
@Converter
public class Criteria implements AttributeConverter<List<CriterionResult>, Object> {

    /** Looking the provider up for each participant would cost more than reading him. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Object convertToDatabaseColumn(List<CriterionResult> results) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (CriterionResult result : results) {
            array.add(JSON.createObjectBuilder()
                    .add("oid", result.oid())
                    .add("number", result.number())
                    .add("verdict", result.verdict().name())
                    .add("sentence", result.sentence()));
        }
        return array.build().toString();
    }

    @Override
    public List<CriterionResult> convertToEntityAttribute(Object json) {
        // the driver hands jsonb over in a type of its own, whose text is the JSON
        try (var reader = JSON.createReader(new StringReader(json.toString()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(Criteria::result)
                    .toList();
        }
    }

    private static CriterionResult result(JsonObject object) {
        return new CriterionResult(
                object.getString("oid"),
                object.getString("number"),
                Verdict.valueOf(object.getString("verdict")),
                object.getString("sentence"));
    }
}
