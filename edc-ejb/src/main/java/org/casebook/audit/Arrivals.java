package org.casebook.audit;

import java.util.Set;
import org.casebook.kernel.Scope;

/**
 * Who came to a site from another one and is there now: what was done about him elsewhere is read at his site too. A later room,
 * which knows the participants, says it; an interface because this room comes before it.
 */
public interface Arrivals {

    /** Screening numbers of those who came to this site; never asked for a study as a whole. */
    Set<String> subjects(Scope place);
}
