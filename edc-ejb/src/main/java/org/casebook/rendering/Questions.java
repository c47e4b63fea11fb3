package org.casebook.rendering;

import com.lowagie.text.Chunk;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.rules.RangeCheck;
import org.casebook.rules.RangeCheck.Comparator;

/** What stands on the asking side of an item: the question, how to answer, when it is left out, what is expected. */
final class Questions {

    private static final Map<Comparator, String> SIGNS = Map.of(
            Comparator.LT, "<",
            Comparator.LE, "≤",
            Comparator.GT, ">",
            Comparator.GE, "≥",
            Comparator.EQ, "=",
            Comparator.NE, "≠",
            Comparator.IN, "∈",
            Comparator.NOTIN, "∉");

    private final Sheet sheet;

    Questions(Sheet sheet) {
        this.sheet = sheet;
    }

    List<Paragraph> parts(ItemDefinition item) {
        List<Paragraph> parts = new ArrayList<>();
        Phrase asked = sheet.phrase(item.question().in(sheet.language), sheet.letters.plain(9.5f));
        if (item.mandatory()) {
            asked.add(new Chunk(" *", sheet.letters.heading(9.5f)));
        }
        parts.add(FormPage.tight(asked, 9.5f));
        if (!item.help().isEmpty()) {
            parts.add(note(item.help().in(sheet.language)));
        }
        conditions(item).forEach(text -> parts.add(note(text)));
        return parts;
    }

    private Paragraph note(String text) {
        return FormPage.tight(sheet.phrase(text, sheet.letters.note(8)), 8);
    }

    /** When the item is left out, and which values are expected, each as a sentence. */
    List<String> conditions(ItemDefinition item) {
        List<String> sentences = new ArrayList<>();
        if (item.isConditional()) {
            StudyDefinition.Condition condition = sheet.study.conditions().get(item.conditionOid());
            if (condition != null) {
                sentences.add(sheet.words.of("leftOutIf", condition.name().in(sheet.language)));
            }
        }
        for (CheckDefinition.Severity severity : CheckDefinition.Severity.values()) {
            String expected = item.checks().stream()
                    .filter(check -> check.range() != null && check.severity() == severity)
                    .map(check -> sign(check.range()))
                    .collect(Collectors.joining(", "));
            if (!expected.isEmpty()) {
                sentences.add(sheet.words.of("expected." + severity, expected));
            }
        }
        return sentences;
    }

    private static String sign(RangeCheck range) {
        return SIGNS.get(range.comparator()) + " "
                + range.values().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" / "));
    }
}
