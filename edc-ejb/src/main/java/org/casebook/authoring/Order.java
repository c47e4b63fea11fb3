package org.casebook.authoring;

import java.util.List;
import org.casebook.instrument.Wish;

/**
 * What is to be taken into a study.
 *
 * @param instruments at least one
 * @param events OIDs of the visits at which they stand, at least one
 * @param version OID of the new version
 * @param name of the new version; blank: that of the version before
 */
public record Order(List<Wish> instruments, List<String> events, String version, String name) {

    public Order {
        instruments = instruments == null ? List.of() : List.copyOf(instruments);
        events = events == null ? List.of() : List.copyOf(events);
    }
}
