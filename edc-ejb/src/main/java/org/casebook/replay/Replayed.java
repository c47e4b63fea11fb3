package org.casebook.replay;

import java.util.List;
import java.util.Map;

/**
 * An allocation that was worked out again from the audit trail.
 *
 * @param origin how its list came about: {@code DRAWN}, {@code UPLOADED} or {@code MINIMISED}
 * @param list id of the list
 * @param position in the list, from 1
 * @param levels what decided about it, by the item's name
 * @param scores with minimisation, the score of each arm; else empty
 * @param preferred with minimisation, the arms of the smallest score
 * @param chances with minimisation, the chance of each arm
 * @param draw with minimisation, the draw and below which number it is; else empty
 * @param recorded OID of the arm that was recorded when it was allocated
 * @param replayed OID of the arm that comes out again
 * @param faults in sentences, what is not as it should be; none when it comes out the same
 */
public record Replayed(
        String subject,
        String number,
        String origin,
        String list,
        int position,
        Map<String, String> levels,
        Map<String, String> scores,
        List<String> preferred,
        Map<String, String> chances,
        String draw,
        String recorded,
        String replayed,
        List<String> faults) {

    /** Whether the same arm comes out again, from a list that is what it was when it was sealed. */
    public boolean same() {
        return faults.isEmpty();
    }
}
