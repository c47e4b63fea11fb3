package org.casebook.web.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.casebook.outcome.Mean;
import org.casebook.outcome.Share;
import org.casebook.web.shell.Words;

/** How figures are said, and how limits that somebody tries are read. */
final class Numbers {

    private static final int DIGITS = 2;
    private static final int LONGEST = 20;
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /** {@code 29 of 39 (74 %)}; a dash of nobody. */
    static String share(Share share) {
        return share == null || share.of() == 0
                ? "–"
                : Words.of("outcome", "share", share.part(), share.of(), share.percent());
    }

    /** Two digits, rounded half up, as {@code docs/words.md} says of all means. */
    static String number(Double value) {
        return value == null ? "–" : said(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP));
    }

    /** As the reader's language writes it, with a minus that is no hyphen; files have the plain one. */
    static String said(BigDecimal value) {
        DecimalFormatSymbols symbols =
                DecimalFormatSymbols.getInstance(Language.ofReader().locale());
        return value.toPlainString().replace('.', symbols.getDecimalSeparator()).replace('-', MINUS);
    }

    /** As many digits as it has; a dash of none. */
    static String exact(BigDecimal value) {
        return value == null ? "–" : said(value.stripTrailingZeros());
    }

    /** {@code −2.31 (−3.02 to −1.60)}; the mean alone when one number has no interval. */
    static String interval(Mean mean) {
        return mean.spread()
                ? Words.of("outcome", "interval", number(mean.mean()), number(mean.low()), number(mean.high()))
                : number(mean.mean());
    }

    /** Limits in the order of the rules; null for one that was left as it is. */
    static List<BigDecimal> limits(String... typed) {
        List<BigDecimal> limits = new ArrayList<>();
        for (String text : typed == null ? new String[0] : typed) {
            limits.add(limit(text));
        }
        return limits;
    }

    private static BigDecimal limit(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip().replace(',', '.');
        if (plain.length() > LONGEST || !plain.matches("[+-]?\\d+(\\.\\d+)?")) {
            throw new Invalid(Sentence.of("outcome", "noLimit", text.strip()));
        }
        return new BigDecimal(plain);
    }
}
