/**
 * How a participation goes and ends: each step with its date and reason, who decided it, and what was taken back; the
 * screening log.
 *
 * <p>The steps are kept here and pushed down to the participant, whose status they make; taking the last one back leads to
 * where the others lead. Nothing is ever removed.
 *
 * <p>Words: step, screen failure, withdrawal (treatment, follow-up, use of data), lost to follow-up, completion.
 * Requirements: product features 23, 25; ICH E6(R3) 3.16.1(u); 21 CFR 11.10(f).
 */
package org.casebook.standing;
