package org.casebook.rules;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

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

    /** Reads what was typed; a date with a time of day is taken as it stands, at no certain place. */
    public Reading read(String typed) {
        return read(typed, null);
    }

    /**
     * Reads what was typed at a place.
     *
     * @param zone the place's time zone, asked for only where a time of a day is read; null or giving null: no certain place
     */
    public Reading read(String typed, Supplier<ZoneId> zone) {
        return new ValueParser(this, zone).read(typed);
    }
}
