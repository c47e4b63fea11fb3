package org.casebook.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Sites for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class SiteRegister {

    @Inject
    private KnownSites sites;

    /** The site of this place; refused when no site is named or there is none. */
    public SiteView get(Scope place) {
        if (place.wholeStudy()) {
            throw new Invalid("No site was named. Choose one site of " + place.study() + " first.");
        }
        return sites.find(place)
                .map(Site::view)
                .orElseThrow(() -> new NotFound("site", place.site(), Scope.of(place.study())));
    }

    /** The sites within the scope, by number. */
    public List<SiteView> list(Scope scope) {
        return sites.list(scope).stream().map(Site::view).toList();
    }
}
