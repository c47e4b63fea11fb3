package org.casebook.signature;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A change after signing broke a signature.
 *
 * @param place the form, without form revision
 * @param what what changed, in words
 */
public record SignatureBroken(Scope scope, String subject, Change.Place place, SignatureView signature, String what)
        implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "signature-broken")
                .withSubject(subject)
                .withPlace(place)
                .withValues("signed by " + signature.signer() + " at " + signature.signedAt(), null)
                .withReason(what));
    }
}
