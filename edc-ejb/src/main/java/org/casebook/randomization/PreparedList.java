package org.casebook.randomization;

import java.time.Instant;
import java.util.UUID;

/**
 * An allocation list as shown to who manages it; it tells no treatment.
 *
 * @param site site number; empty for a list of the whole study
 * @param slots how many participants it can take in all
 * @param used how many it has taken
 * @param sha256 hash of the sealed list, recorded when it was prepared
 * @param intact whether the list still has that hash
 */
public record PreparedList(
        UUID id,
        String site,
        int slots,
        int used,
        String sha256,
        Instant preparedAt,
        String preparedBy,
        boolean intact) {

    public int left() {
        return slots - used;
    }
}
