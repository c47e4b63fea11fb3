package org.casebook.signature;

import java.time.Instant;

/**
 * A signature as it is shown with the record (21 CFR 11.50): printed name, date and time, meaning.
 *
 * @param sha256 hash of what was signed, 64 hexadecimal digits
 * @param brokenAt when a change broke it; null while it holds
 * @param brokenBy what changed, one line for each change; null while it holds
 */
public record SignatureView(
        long id,
        long formId,
        long formRevision,
        String subject,
        String signer,
        String username,
        Instant signedAt,
        String meaning,
        String sha256,
        Instant brokenAt,
        String brokenBy) {

    public boolean holds() {
        return brokenAt == null;
    }
}
