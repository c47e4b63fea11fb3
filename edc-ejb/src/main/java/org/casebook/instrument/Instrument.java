package org.casebook.instrument;

import java.util.List;
import org.casebook.definition.TranslatedText;

/**
 * A form that is a published instrument ({@code cb:Instrument}).
 *
 * @param formOid OID of the form
 * @param title what the form is called
 * @param name what its authors call it
 * @param version which version of it
 * @param sources where scoring, missing-data rule and thresholds come from
 * @param licence who may use it
 * @param scores at least one
 */
public record Instrument(
        String formOid,
        TranslatedText title,
        String name,
        String version,
        List<String> sources,
        TranslatedText licence,
        List<Score> scores) {

    public Instrument {
        sources = List.copyOf(sources);
        scores = List.copyOf(scores);
    }
}
