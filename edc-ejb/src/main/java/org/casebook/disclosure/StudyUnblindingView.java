package org.casebook.disclosure;

import org.casebook.blinding.StudyUnblindedView;

/**
 * How the unblinding of a study stands; never a treatment.
 *
 * @param why why it may not be done yet, in the reader's words; null where it may be or was done
 * @param done null while the study is blinded
 */
public record StudyUnblindingView(String why, StudyUnblindedView done) {

    /** Whether it may be done now. */
    public boolean isPossible() {
        return why == null && done == null;
    }
}
