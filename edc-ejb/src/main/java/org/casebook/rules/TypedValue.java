package org.casebook.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.casebook.kernel.PartialDate;

/**
 * A value that was understood: its type and its canonical text, which is what datasets export.
 *
 * @param type what kind of value
 * @param text canonical: numbers plain with a decimal point, dates and times ISO 8601 (ODM for incomplete dates), yes/no as
 *     {@code true} and {@code false}, several codes joined by commas in the code list's order, ids of rows joined by commas, lowest first; never empty
 */
public record TypedValue(DataType type, String text) {

    public TypedValue {
        Objects.requireNonNull(type, "type");
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("A value is never empty; what is missing is no value at all.");
        }
    }

    public static TypedValue text(String text) {
        return new TypedValue(DataType.TEXT, text);
    }

    public static TypedValue number(BigDecimal number) {
        return new TypedValue(DataType.DECIMAL, number.toPlainString());
    }

    public static TypedValue date(PartialDate date) {
        return new TypedValue(date.isComplete() ? DataType.DATE : DataType.PARTIAL_DATE, date.toString());
    }

    public static TypedValue yesNo(boolean yes) {
        return new TypedValue(DataType.BOOLEAN, Boolean.toString(yes));
    }

    /** The number; only for number types. */
    public BigDecimal number() {
        return new BigDecimal(text);
    }

    /** The date; only for date types. */
    public PartialDate date() {
        return PartialDate.parse(text);
    }

    /** The codes chosen, or the ids of rows; only for choices and links. */
    public List<String> codes() {
        return List.of(text.split(","));
    }

    /** Whether the answer is yes; only for yes/no. */
    public boolean isYes() {
        return Boolean.parseBoolean(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
