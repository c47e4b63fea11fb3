package org.casebook.rules;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a value must look like to be understood. Whether it makes sense is a matter of checks.
 *
 * @param length most characters of a text or digits of a number; null: no limit
 * @param significantDigits most digits after the decimal point; null: no limit
 * @param codes the permitted codes of a choice, in order; empty for other types
 * @param low lowest end of a visual analogue scale; null for other types
 * @param high highest end of a visual analogue scale; null for other types
 */
public record ValueShape(
        DataType type, Integer length, Integer significantDigits, List<String> codes, BigDecimal low, BigDecimal high) {

    public ValueShape {
        codes = List.copyOf(codes);
    }

    /** A shape without limits. */
    public static ValueShape of(DataType type) {
        return new ValueShape(type, null, null, List.of(), null, null);
    }

    /** A choice from these codes. */
    public static ValueShape choice(DataType type, List<String> codes) {
        return new ValueShape(type, null, null, codes, null, null);
    }

    /** Reads what was typed. */
    public Reading read(String typed) {
        return new ValueParser(this).read(typed);
    }
}
