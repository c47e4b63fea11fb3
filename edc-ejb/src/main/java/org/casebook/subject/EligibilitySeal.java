package org.casebook.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The investigator's signature on eligibility as columns of the participant's row. */
@Embeddable
public class EligibilitySeal {

    @Column(name = "eligibility_signer")
    private String signer;

    @Column(name = "eligibility_signed_at")
    private Instant signedAt;

    @Column(name = "eligibility_broken_at")
    private Instant brokenAt;

    @Column(name = "eligibility_broken_by")
    private String brokenBy;

    protected EligibilitySeal() {}

    EligibilitySeal(String signer, Instant signedAt) {
        this.signer = signer;
        this.signedAt = signedAt;
    }

    boolean breakIt(String what, Instant at) {
        if (signedAt == null || brokenAt != null) {
            return false;
        }
        brokenAt = at;
        brokenBy = what;
        return true;
    }

    Gate.EligibilitySignature view() {
        return signedAt == null ? null : new Gate.EligibilitySignature(signer, signedAt, brokenAt, brokenBy);
    }
}
