package org.casebook.instrument;

import java.math.BigDecimal;

/**
 * From which amount a result counts, as somebody published it; a study may write other ones into its file.
 *
 * @param name what it is called: MIC, MCID, MDC90, Responder
 * @param of what is held against it
 * @param amount never negative; points of the score, or per cent
 * @param source who says so
 */
public record Threshold(String name, Of of, BigDecimal amount, String source) {

    /** What is held against the amount. */
    public enum Of {
        /** Points of improvement from one value to a later one. */
        CHANGE,
        /** Improvement in per cent of the value before. */
        PERCENT,
        /** The later value itself: at least the amount where higher is better, else at most. */
        VALUE
    }

    /**
     * Whether the result reaches it; what lies exactly on it does.
     *
     * @param before null where nothing was measured before: a change is then never reached
     * @param now null where nothing is measured: nothing is reached
     */
    public boolean reached(Score.Direction direction, BigDecimal before, BigDecimal now) {
        if (now == null || of != Of.VALUE && before == null) {
            return false;
        }
        return switch (of) {
            case VALUE ->
                direction == Score.Direction.HIGHER_IS_BETTER ? now.compareTo(amount) >= 0 : now.compareTo(amount) <= 0;
            case CHANGE -> direction.improvement(before, now).compareTo(amount) >= 0;
            // of nothing there are no per cent: who had no pain cannot have a third of it less
            case PERCENT ->
                before.signum() > 0
                        && direction
                                        .improvement(before, now)
                                        .multiply(BigDecimal.valueOf(100))
                                        .compareTo(amount.multiply(before))
                                >= 0;
        };
    }
}
