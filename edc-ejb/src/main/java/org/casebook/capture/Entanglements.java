package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.study.Definitions;

/**
 * Which forms and criteria of a study version look at which items of other forms; worked out once for each version. Items
 * go by {@code EVENT/FORM/ITEM}: OIDs hold no slash.
 */
@ApplicationScoped
class Entanglements {

    @Inject
    private Definitions definitions;

    private final Map<Long, Net> nets = new ConcurrentHashMap<>();

    /**
     * What looks at what.
     *
     * @param forms by item, the forms whose rules look at it
     * @param criteria the items that eligibility criteria look at
     */
    record Net(Map<String, Set<String>> forms, Set<String> criteria) {

        static Net of(StudyDefinition study, StudyRules rules) {
            Map<String, Set<String>> forms = new HashMap<>();
            for (String form : study.forms().keySet()) {
                rules.foreignItems(form)
                        .forEach(path -> forms.computeIfAbsent(name(path), item -> new HashSet<>())
                                .add(form));
            }
            Set<String> criteria =
                    rules.criteriaItems().stream().map(Entanglements::name).collect(Collectors.toSet());
            return new Net(forms, criteria);
        }

        /** The forms whose rules look at one of these items. */
        Set<String> formsLookingAt(Set<String> items) {
            return items.stream()
                    .flatMap(item -> forms.getOrDefault(item, Set.of()).stream())
                    .collect(Collectors.toSet());
        }

        /** Whether an eligibility criterion looks at one of these items. */
        boolean criteriaLookAt(Set<String> items) {
            return items.stream().anyMatch(criteria::contains);
        }
    }

    static String name(ItemPath path) {
        return name(path.eventOid(), path.formOid(), path.itemOid());
    }

    static String name(String event, String form, String item) {
        return event + "/" + form + "/" + item;
    }

    Net net(long versionId) {
        Net known = nets.get(versionId);
        return known != null
                ? known
                : nets.computeIfAbsent(versionId, id -> Net.of(definitions.get(id), definitions.rules(id)));
    }
}
