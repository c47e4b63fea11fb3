package org.casebook.duplicate;

import java.time.Instant;

/**
 * Two participants that look like one person, as far as whoever asks may know.
 *
 * @param person one whom he may see
 * @param other the other one; null where it is at another site whose participants he may not see
 * @param decision what was decided; null before; without the reason where {@code other} is null, since it may tell
 * @param decidable whether he may decide: who sees both
 */
public record DuplicateView(
        long id,
        Person person,
        Person other,
        DuplicateState state,
        Instant noticedAt,
        Decision decision,
        boolean decidable) {

    /** A participant by screening number, at the site where he is now. */
    public record Person(String site, String subject) {}

    /**
     * @param by full name; null for who may not see the other
     * @param reason in the person's words; null for who may not see the other
     */
    public record Decision(String by, Instant at, String reason) {}

    /** Whether the other one is at a site whose participants whoever asks may not see. */
    public boolean elsewhere() {
        return other == null;
    }

    public boolean open() {
        return state == DuplicateState.SUSPECTED;
    }
}
