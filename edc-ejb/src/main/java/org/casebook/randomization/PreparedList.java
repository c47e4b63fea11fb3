package org.casebook.randomization;

import java.time.Instant;
import java.util.UUID;
import org.casebook.allotment.Levels;

/**
 * An allocation list as shown to who manages it; it tells no treatment.
 *
 * @param site site number; empty for a list of the whole study
 * @param codes the codes of the stratum items that it is for
 * @param slots how many participants it can take in all; with minimisation, how many it took
 * @param used how many it has taken
 * @param sha256 hash of the list, treatments sealed, recorded when it was prepared
 * @param prepared by whom and when
 * @param decided who sealed or withdrew it and when; null while it waits
 * @param intact whether the list still has that hash
 */
public record PreparedList(
        UUID id,
        String site,
        Levels codes,
        Origin origin,
        int slots,
        int used,
        String sha256,
        By prepared,
        By decided,
        State state,
        boolean intact) {

    /** Where a list comes from. */
    public enum Origin {
        /** In permuted blocks, from a seed that is sealed with it. */
        DRAWN,
        /** From a file. */
        UPLOADED,
        /** It grows with each minimised allocation. */
        MINIMISED
    }

    /** How far a list is. */
    public enum State {
        /** It waits for the second person; nothing is taken from it. */
        PREPARED,
        SEALED,
        /** It was never used and never will be. */
        WITHDRAWN
    }

    /**
     * Who did what to it.
     *
     * @param id Keycloak's subject; empty where it was not recorded
     */
    public record By(String id, String name, Instant at) {}

    public int left() {
        return state == State.SEALED && origin != Origin.MINIMISED ? slots - used : 0;
    }

    /** Whether it waits to be sealed by somebody else than this person. */
    public boolean waitsFor(String person) {
        return state == State.PREPARED && !prepared.id().equals(person);
    }
}
