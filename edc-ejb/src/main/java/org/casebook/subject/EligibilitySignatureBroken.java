package org.casebook.subject;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A change after signing broke the signature on eligibility.
 *
 * @param what what changed, in words
 */
public record EligibilitySignatureBroken(Scope scope, String subject, String signer, String what) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "eligibility-signature-broken")
                .withSubject(subject)
                .withValues(signer, null)
                .withReason(what));
    }
}
