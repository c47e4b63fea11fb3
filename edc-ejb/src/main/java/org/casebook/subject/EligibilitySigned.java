package org.casebook.subject;

import java.time.Instant;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** The investigator's signature on eligibility reached the participant's gate. */
public record EligibilitySigned(Scope scope, String subject, String signer, Instant at) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(
                Change.of(scope, "eligibility-signed").withSubject(subject).withValues(null, signer + ", " + at));
    }
}
