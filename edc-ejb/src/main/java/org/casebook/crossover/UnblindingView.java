package org.casebook.crossover;

import org.casebook.unblinding.UnblindedView;

/**
 * How the planned unblinding of one participant stands; never the treatment.
 *
 * @param planned whether the study plans one
 * @param event name of the visit after which it takes place; null without a plan
 * @param possible whether it may be done now
 * @param needsReason whether a reason is asked, since the visit will not take place
 * @param why why it may not be done, in the reader's words; null where it may be or was done
 * @param done null while it was not done
 */
public record UnblindingView(
        boolean planned, String event, boolean possible, boolean needsReason, String why, UnblindedView done) {}
