package org.casebook.odm;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers in the texts of study files. A few characters can mean a number of a thousand million digits, so what may be written
 * is bounded: 30 digits before and after the point, and a power of ten of two digits.
 */
public final class Decimal {

    private static final Pattern WRITTEN =
            Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");

    private Decimal() {}

    /** @return empty when the text is no number, or one that is longer than anybody measures */
    public static Optional<BigDecimal> of(String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(written -> WRITTEN.matcher(written).matches())
                .map(BigDecimal::new);
    }
}
