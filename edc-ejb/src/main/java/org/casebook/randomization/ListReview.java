package org.casebook.randomization;

import java.util.List;
import java.util.Map;

/**
 * What the second person looks at before sealing a list. The order of the arms is not shown: nobody needs to know it.
 *
 * @param arms how often each arm stands in it, by the arm's name, in the study's order
 * @param proof {@code REDRAWN}: drawn again from its sealed seed it came out the same; {@code DIFFERS}: it did not;
 *     {@code NONE}: it comes from a file, or grows by minimisation
 * @param remarks what is unusual about it
 */
public record ListReview(PreparedList list, Map<String, Long> arms, Proof proof, List<String> remarks) {

    /** Whether the list comes again from its seed. */
    public enum Proof {
        REDRAWN,
        DIFFERS,
        NONE
    }
}
