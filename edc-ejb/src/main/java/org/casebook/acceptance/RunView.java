package org.casebook.acceptance;

import java.time.Instant;

/**
 * A run of the test participants of a version, as it was kept.
 *
 * @param study key of the study
 * @param version OID of the version
 * @param fileSha256 of the study file, 64 hexadecimal digits
 * @param software version of Casebook that ran it
 * @param ranBy full name
 * @param green whether every step came out as expected
 * @param signature null while it is not signed
 */
public record RunView(
        long id,
        String study,
        long versionId,
        String version,
        String fileSha256,
        String software,
        Instant ranAt,
        String ranBy,
        boolean green,
        RunResult result,
        Signed signature) {

    /**
     * The builder's signature on a run (21 CFR 11.50: name, time, meaning).
     *
     * @param sha256 of the canonical content that was signed, 64 hexadecimal digits
     */
    public record Signed(String name, String username, Instant at, String meaning, String sha256) {}

    public boolean signed() {
        return signature != null;
    }
}
