package org.casebook.wording;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Phrases;
import org.casebook.rules.DataType;

/** Says a value as people read it: yes and no, answers instead of codes. */
public final class AnswerWords {

    private final String language;
    private final Phrases phrases;

    /**
     * @param language tag, for example {@code en}
     */
    public AnswerWords(String language) {
        this.language = language;
        this.phrases = new Phrases("wording", language);
    }

    /** A value that was understood, decoded; dates as in ISO 8601, whatever was typed, times beside them with their offset. */
    public String decoded(ItemDefinition item, String value) {
        if (item.type() == DataType.BOOLEAN) {
            return phrases.say(Boolean.parseBoolean(value) ? "yes" : "no");
        }
        if (item.type() == DataType.DATETIME) {
            return day(value);
        }
        return item.codeList() == null
                ? value
                : Stream.of(value.split(","))
                        .map(String::strip)
                        .map(code -> item.codeList()
                                .find(code)
                                .map(answer -> answer.decode().in(language))
                                .orElse(code))
                        .collect(Collectors.joining(", "));
    }

    /** A date, with or without a time, that was understood: as in ISO 8601, with its offset where it has one. */
    public static String day(String value) {
        return value.replace('T', ' ').replaceFirst("Z$", " UTC").replaceFirst("([+-]\\d\\d:\\d\\d)$", " UTC$1");
    }
}
