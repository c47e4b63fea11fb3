package org.casebook.dataset;

import java.time.Instant;

/**
 * A dataset that was released and is kept.
 *
 * @param number counts the releases of the study, from 1
 * @param fileName name to save the zip by
 * @param sha256 of the zip, hexadecimal, lower case
 * @param size bytes of the zip
 * @param versionOid newest study version in it
 * @param lockedAt when the lock closed that it was cut under, UTC; of a copy without a lock the moment of the cut
 * @param releasedAt UTC
 * @param releasedBy full name
 */
public record DatasetRelease(
        long id,
        int number,
        String fileName,
        String sha256,
        long size,
        String versionOid,
        Instant lockedAt,
        Instant releasedAt,
        String releasedBy) {}
