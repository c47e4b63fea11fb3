package org.casebook.blinding;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * The treatments of a study were made known to those who work with its data (ICH E6(R3) 4.1.4: who, when, why).
 *
 * @param reason in the person's words
 */
public record StudyUnblinded(Scope scope, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "study-unblinded")
                .withValues("blinded", "unblinded")
                .withReason(reason));
    }
}
