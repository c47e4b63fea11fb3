package org.casebook.site;

import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * New participants of a site take another version of the study from a date on.
 *
 * @param before OID of the version that would have been in force on that date; null when there was none
 * @param after OID of the version that will be
 * @param from date at the site
 */
public record VersionPutInForce(Scope place, String before, String after, LocalDate from) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(place, "site-version-in-force").withValues(before, after + " from " + from));
    }
}
