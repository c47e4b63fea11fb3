package org.casebook.wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Phrases;
import org.casebook.rules.RangeCheck;
import org.casebook.rules.RangeCheck.Comparator;

/** Sentences about checks, in one language: what is told when one fails, and which range is expected. */
public final class CheckWords {

    private static final List<Comparator> LOW = List.of(Comparator.GE, Comparator.GT);

    private final String language;
    private final Phrases phrases;

    /**
     * @param language tag, for example {@code en}
     */
    public CheckWords(String language) {
        this.language = language;
        this.phrases = new Phrases("wording", language);
    }

    /**
     * What is told when a check fails: the study's own message, or a sentence that names the item, what was entered and the
     * range that is expected.
     *
     * @param entered what was typed; null when nothing was
     */
    public String sentence(ItemDefinition item, CheckDefinition check, String entered) {
        String own = check.message().in(language);
        if (!own.isEmpty() || check.range() == null) {
            return own;
        }
        String unit = unit(item);
        return phrases.say(
                check.isHard() ? "hardSentence" : "softSentence",
                item.question().in(language),
                entered == null ? phrases.say("nothing") : entered,
                ranged("range.", item, check) + unit);
    }

    /** What a comparison expects: {@code 60–250 mmHg}, {@code at least 18}; empty for a check that is an expression. */
    public Optional<String> expected(ItemDefinition item, CheckDefinition check) {
        return check.range() == null ? Optional.empty() : Optional.of(ranged("expects.", item, check) + unit(item));
    }

    /** Two ends of the same severity are told as one range. */
    private String ranged(String kind, ItemDefinition item, CheckDefinition check) {
        RangeCheck range = check.range();
        Optional<RangeCheck> other = opposite(item, check);
        if (other.isPresent()) {
            boolean low = LOW.contains(range.comparator());
            RangeCheck lower = low ? range : other.get();
            RangeCheck upper = low ? other.get() : range;
            return phrases.say(kind + "BETWEEN", numbers(lower), numbers(upper));
        }
        return phrases.say(kind + range.comparator(), numbers(range));
    }

    /** The other end, where both ends belong to the range. */
    private static Optional<RangeCheck> opposite(ItemDefinition item, CheckDefinition check) {
        Comparator wanted = switch (check.range().comparator()) {
            case GE -> Comparator.LE;
            case LE -> Comparator.GE;
            default -> null;
        };
        return item.checks().stream()
                .filter(one -> one.range() != null && one.severity() == check.severity())
                .map(CheckDefinition::range)
                .filter(one -> one.comparator() == wanted)
                .findFirst();
    }

    private static String numbers(RangeCheck range) {
        return range.values().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    }

    private static String unit(ItemDefinition item) {
        return item.unit() == null ? "" : " " + item.unit().symbol();
    }
}
