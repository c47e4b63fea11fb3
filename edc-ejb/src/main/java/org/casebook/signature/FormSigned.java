package org.casebook.signature;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * A form was signed.
 *
 * @param place the form; signing does not change it, so there is no form revision
 */
public record FormSigned(Scope scope, String subject, Change.Place place, SignatureView signature) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "form-signed")
                .withSubject(subject)
                .withPlace(place)
                .withValues(null, "revision " + signature.formRevision() + ", SHA-256 " + signature.sha256())
                .withReason(signature.meaning()));
    }
}
