package org.casebook.laboratory;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Two ranges would tell of the same samples. */
public class RangesOverlap extends Refusal {

    private static final long serialVersionUID = 1L;

    RangesOverlap(RangeView wanted, RangeView known) {
        super(Kind.CONFLICT, Sentence.of("laboratory", "overlap", wanted.analyte(), wanted.words(), known.words()));
    }
}
