package org.casebook.laboratory;

import org.casebook.kernel.Refusal;

/** Two ranges would tell of the same samples. */
public class RangesOverlap extends Refusal {

    private static final long serialVersionUID = 1L;

    RangesOverlap(RangeView wanted, RangeView known) {
        super(
                Kind.CONFLICT,
                "For %s, “%s” would hold for some of the same samples as “%s”. Change sex, ages or dates so that each sample has one range; or end the earlier one first."
                        .formatted(wanted.analyte(), wanted.sentence(), known.sentence()));
    }
}
