package org.casebook.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebook.disclosure.Disclosure;
import org.casebook.disclosure.TreatmentLine;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/** Who received what, once a study was unblinded and for whoever may know it then; nothing before (ICH E9 2.3.1). */
@ApplicationScoped
class KnownArms {

    @Inject
    private Disclosure disclosure;

    @Inject
    private CurrentActor actor;

    /** The participants of each treatment, by its name; empty while the study is blinded. */
    Map<String, Set<String>> of(Scope scope) {
        if (!disclosure.unblinded(scope) || !actor.get().may(Permission.VIEW_TREATMENTS, scope)) {
            return Map.of();
        }
        return disclosure.treatments(scope).stream()
                .collect(Collectors.groupingBy(
                        TreatmentLine::treatment,
                        TreeMap::new,
                        Collectors.mapping(TreatmentLine::subject, Collectors.toSet())));
    }
}
