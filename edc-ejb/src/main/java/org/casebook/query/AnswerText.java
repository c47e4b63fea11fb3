package org.casebook.query;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.casebook.capture.ItemState;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Language;
import org.casebook.kernel.Phrases;
import org.casebook.rules.DataType;
import org.casebook.wording.AnswerWords;

/** An answer in the words in which the form shows it: decoded, with its unit, or why there is none. */
public final class AnswerText {

    private AnswerText() {}

    /** As {@link #of}, in the reader's language, dates as they were understood; never for what is stored or signed. */
    public static String shown(ItemDefinition definition, ItemState item) {
        boolean dated = definition.type().isDate() || definition.type() == DataType.DATETIME;
        return dated && item.valid() && item.value() != null
                ? new AnswerWords(Language.ofReader().tag()).decoded(definition, item.value())
                : in(Language.ofReader(), definition, item);
    }

    /** In English. Never null; empty when the item holds neither text nor a reason for its absence. */
    public static String of(ItemDefinition definition, ItemState item) {
        return in(Language.ENGLISH, definition, item);
    }

    private static String in(Language language, ItemDefinition definition, ItemState item) {
        Phrases phrases = new Phrases("wording", language.tag());
        if (item.text() == null) {
            return item.leftBlank() == null ? "" : phrases.say("leftBlank", words(phrases, item.leftBlank()));
        }
        if (!item.valid() || item.value() == null) {
            return item.text();
        }
        if (definition.type() == DataType.BOOLEAN) {
            return phrases.say(item.value().equals("true") ? "answer.yes" : "answer.no");
        }
        if (definition.codeList() != null) {
            return Arrays.stream(item.value().split(","))
                    .map(code -> decode(language, definition.codeList(), code))
                    .collect(Collectors.joining(", "));
        }
        String unit = item.unit() != null || definition.unit() == null
                ? item.unit()
                : definition.unit().symbol();
        return unit == null ? item.text() : item.text() + " " + unit;
    }

    private static String words(Phrases phrases, String leftBlank) {
        String key = "blank." + leftBlank;
        return phrases.has(key) ? phrases.say(key) : leftBlank;
    }

    private static String decode(Language language, CodeListDefinition list, String code) {
        return list.find(code).map(answer -> answer.decode().in(language.tag())).orElse(code);
    }
}
