package org.casebook.kernel;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

    /**
     * A part that each language words in its own way, such as a text of the study.
     *
     * @param words asked for once for a reader of each language, now
     */
    public static Serializable spoken(Supplier<String> words) {
        Map<Language, String> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(language, language.saying(words));
        }
        return new Spoken(said);
    }

    private record Spoken(Map<Language, String> words) implements Serializable {}

    private static String said(Serializable part, Language language) {
        if (part instanceof LocalDate day) {
            String pattern = language == Language.GERMAN ? "d. MMMM yyyy" : "d MMMM yyyy";
            return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
        }
        if (part instanceof LocalDateTime moment) {
            return said(moment.toLocalDate(), language) + ", " + moment.toLocalTime();
        }
        if (part instanceof Spoken spoken) {
            return spoken.words().get(language);
        }
        return part instanceof Sentence sentence ? sentence.in(language) : String.valueOf(part);
    }
}
