package org.casebook.lookup;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebook.capture.CaseBook;
import org.casebook.capture.CaseBook.RangesFound;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/** Looks ranges up again for laboratory values that found none when they were judged. */
@Stateless
public class RangeLookup {

    @Inject
    private CaseBook casebook;

    @Inject
    private Event<Fact> facts;

    /** How many values would get a range, on how many forms that are not locked; nothing is changed. */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangesFound look(Scope scope) {
        return casebook.findRanges(scope);
    }

    /**
     * Gives them their ranges. A value that was judged by a range keeps what was found; a signature on a form that changes is
     * broken as by any change.
     *
     * @param reason why; told with each change
     * @throws Invalid without a reason
     */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangesFound take(Scope scope, String reason) {
        String why = Words.needed(reason, Sentence.of("laboratory", "whyLookedUp"));
        RangesFound found = casebook.takeRanges(scope, why);
        if (found.forms() > 0) {
            facts.fire(new RangesLookedUp(scope, found, why));
        }
        return found;
    }
}
