package org.casebook.kernel;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence that can be said in each language: which one it is, and what stands in it. The words lie in the phrases of its
 * room.
 *
 * @param parts what stands at {0}, {1} …: texts and numbers as they are, days with their month by name, times of days behind them, sentences in the
 *     same language
 */
public record Sentence(String room, String key, List<Serializable> parts) implements Serializable {

    public Sentence {
        parts = List.copyOf(parts);
    }

    public static Sentence of(String room, String key, Serializable... parts) {
        return new Sentence(room, key, Arrays.asList(parts));
    }

    public String in(Language language) {
        Phrases phrases = new Phrases(room, language.tag());
        return phrases.say(key, parts.stream().map(part -> said(part, language)).toArray(String[]::new));
    }

    private static String said(Serializable part, Language language) {
        if (part instanceof LocalDate day) {
            String pattern = language == Language.GERMAN ? "d. MMMM yyyy" : "d MMMM yyyy";
            return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
        }
        if (part instanceof LocalDateTime moment) {
            return said(moment.toLocalDate(), language) + ", " + moment.toLocalTime();
        }
        return part instanceof Sentence sentence ? sentence.in(language) : String.valueOf(part);
    }
}
