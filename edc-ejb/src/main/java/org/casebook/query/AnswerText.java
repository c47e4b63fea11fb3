package org.casebook.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casebook.capture.ItemState;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.rules.DataType;

/** An answer in the words in which the form shows it: decoded, with its unit, or why there is none. */
public final class AnswerText {

    private AnswerText() {}

    /** Never null; empty when the item holds neither text nor a reason for its absence. */
    public static String of(ItemDefinition definition, ItemState item) {
        if (item.text() == null) {
            return item.leftBlank() == null ? "" : "Left blank: " + words(item.leftBlank());
        }
        if (!item.valid() || item.value() == null) {
            return item.text();
        }
        if (definition.type() == DataType.BOOLEAN) {
            return item.value().equals("true") ? "Yes" : "No";
        }
        if (definition.codeList() != null) {
            return Arrays.stream(item.value().split(","))
                    .map(code -> decode(definition.codeList(), code))
                    .collect(Collectors.joining(", "));
        }
        String unit = item.unit() != null || definition.unit() == null
                ? item.unit()
                : definition.unit().symbol();
        return unit == null ? item.text() : item.text() + " " + unit;
    }

    /** The stored name of a left-blank reason as people read it. */
    private static String words(String leftBlank) {
        return leftBlank.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String decode(CodeListDefinition list, String code) {
        return list.find(code).map(answer -> answer.decode().text()).orElse(code);
    }
}
