package org.casebook.audit;

import java.util.Set;
import org.casebook.kernel.Scope;

/**
 * What of the trail of a place is not for the eyes of whoever asks. A later room, which knows the study, says it; an interface
 * because this room comes before it.
 */
public interface Unseen {

    /** Items, as {@code FORM/ITEM}. */
    Set<String> items(Scope place);

    /** OIDs of events of which nothing is seen. */
    Set<String> events(Scope place);

    /** Checks on items that are seen themselves, as {@code FORM/ITEM/CHECK}. */
    Set<String> checks(Scope place);
}
