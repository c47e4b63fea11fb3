package org.casebook.signature;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A participant or the whole study was locked or unlocked.
 *
 * @param subject the participant; null: the study
 * @param reason why, in the data manager's words
 */
public record LockChanged(Scope scope, String subject, boolean locked, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        String action = (subject == null ? "study-" : "subject-") + (locked ? "locked" : "unlocked");
        return List.of(Change.of(scope, action)
                .withSubject(subject)
                .withValues(locked ? "open" : "locked", locked ? "locked" : "open")
                .withReason(reason));
    }
}
