package org.casebook.consent;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A version of the consent text takes force at a site. */
public record ConsentTextInForce(Scope scope, String before, TextInForce text) implements Fact {

    @Override
    public List<Change> changes() {
        String after = text.label() + ", " + text.from() + (text.again() ? ", again" : "");
        return List.of(Change.of(scope, "consent-text-in-force").withValues(before, after));
    }
}
