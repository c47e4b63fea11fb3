package org.casebook.consent;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A participant consented to a later text. */
public record ConsentGivenAgain(Scope scope, String subject, NewConsent given) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "consent-given-again")
                .withSubject(subject)
                .withValues(null, given.label() + ", " + given.on() + ", " + given.before()));
    }
}
