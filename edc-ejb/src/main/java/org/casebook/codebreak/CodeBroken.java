package org.casebook.codebreak;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * Somebody broke a participant's code.
 *
 * @param recipients how many were written to
 */
public record CodeBroken(Scope scope, String subject, boolean adverseEvent, int recipients, String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "code-broken")
                .withSubject(subject)
                .withValues(
                        null, "adverse event: " + (adverseEvent ? "yes" : "no") + "; notices written: " + recipients)
                .withReason(reason));
    }
}
