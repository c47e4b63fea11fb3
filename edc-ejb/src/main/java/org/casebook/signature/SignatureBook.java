package org.casebook.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.crossing.SignedForms;
import org.casebook.kernel.Scope;

/** The signatures as they stand, for this room and later ones. */
@ApplicationScoped
public class SignatureBook implements SignedForms {

    @Inject
    private Signatures signatures;

    /** All signatures of the place, broken ones too, by form and the latest first. */
    public List<SignatureView> list(Scope scope) {
        return signatures.list(scope).stream().map(Signature::view).toList();
    }

    /** The latest signature of each form that was ever signed, by form id. */
    public Map<Long, SignatureView> latest(Scope scope) {
        return latest(signatures.list(scope));
    }

    /** As {@link #latest(Scope)}, of one participant's forms. */
    public Map<Long, SignatureView> latest(Scope scope, String subject) {
        return latest(signatures.ofSubject(scope, subject));
    }

    @Override
    public boolean isSigned(Scope place, long formId) {
        return signatures
                .latest(place, formId)
                .filter(signature -> signature.view().brokenAt() == null)
                .isPresent();
    }

    private static Map<Long, SignatureView> latest(List<Signature> all) {
        Map<Long, SignatureView> latest = new LinkedHashMap<>();
        all.stream().map(Signature::view).forEach(signature -> latest.putIfAbsent(signature.formId(), signature));
        return latest;
    }
}
