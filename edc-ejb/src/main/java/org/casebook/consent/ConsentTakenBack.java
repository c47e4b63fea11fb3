package org.casebook.consent;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A consent that was recorded by mistake was taken back. */
public record ConsentTakenBack(Scope scope, String subject, String label, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "consent-taken-back")
                .withSubject(subject)
                .withValues(label, null)
                .withReason(reason));
    }
}
