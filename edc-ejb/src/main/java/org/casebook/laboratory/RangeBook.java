package org.casebook.laboratory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Scope;

/** Ranges for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class RangeBook {

    @Inject
    private Laboratories laboratories;

    /**
     * All ranges of an analyte in the laboratories that serve this site.
     *
     * @param place of a participant
     */
    public List<RangeView> of(Scope place, String analyte) {
        return laboratories.ranges(place).stream()
                .filter(range -> range.analyte().equals(analyte))
                .toList();
    }
}
