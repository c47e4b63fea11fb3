package org.casebook.outcome;

/**
 * So many of so many participants.
 *
 * @param part 0 to {@code of}
 */
public record Share(int part, int of) {

    /** Of a hundred, rounded half up as the tables of papers print it; -1 of nobody. */
    public int percent() {
        return of == 0 ? -1 : (200 * part + of) / (2 * of);
    }
}
