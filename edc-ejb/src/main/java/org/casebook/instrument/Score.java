package org.casebook.instrument;

import java.math.BigDecimal;
import java.util.List;
import org.casebook.definition.TranslatedText;

/**
 * One score of an instrument.
 *
 * @param itemOid the item that holds it: computed, or the only item of the instrument
 * @param title what the study calls it
 * @param low the lowest value that it can have
 * @param high the highest one
 * @param direction which end is the better one
 * @param items how many items it is made of, at least 1
 * @param least how many of them must be answered
 * @param leastFrom where the publications leave that to the study: from which number; null where they do not
 * @param missing what becomes of items that were not answered, in words; may be empty
 * @param thresholds in the file's order; may be none
 */
public record Score(
        String itemOid,
        TranslatedText title,
        BigDecimal low,
        BigDecimal high,
        Direction direction,
        int items,
        int least,
        Integer leastFrom,
        TranslatedText missing,
        List<Threshold> thresholds) {

    public Score {
        thresholds = List.copyOf(thresholds);
    }

    /** Which end of a scale is the better one; instruments of the same range differ in it (UEFS, UEFI). */
    public enum Direction {
        HIGHER_IS_WORSE,
        HIGHER_IS_BETTER;

        /** How many points better the later value is; negative when it is worse. */
        public BigDecimal improvement(BigDecimal before, BigDecimal now) {
            return this == HIGHER_IS_WORSE ? before.subtract(now) : now.subtract(before);
        }
    }

    /** Whether a study may say how many items must be answered. */
    public boolean isConfigurable() {
        return leastFrom != null;
    }
}
