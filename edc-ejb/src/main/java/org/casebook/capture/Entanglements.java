package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                rules.foreignItems(form).stream()
                        .flatMap(path -> names(rules, path))
                        .forEach(item -> forms.computeIfAbsent(item, key -> new HashSet<>())
                                .add(form));
            }
            Set<String> criteria = rules.criteriaItems().stream()
                    .flatMap(path -> names(rules, path))
                    .collect(Collectors.toSet());
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

    /** All that may change what this path leads to: which form is the first or last filled too, and which rows there are. */
    private static Stream<String> names(StudyRules rules, ItemPath path) {
        if (path.which() == ItemPath.Which.AT) {
            return Stream.of(name(path.eventOid(), path.formOid(), path.itemOid()));
        }
        Stream<String> visits =
                path.eventOid() == null ? rules.visits(path.formOid()).stream() : Stream.of(path.eventOid());
        // rows of a log that is open all through the study stand at no visit
        return Stream.concat(visits, Stream.of((String) null))
                .flatMap(event -> path.itemOid() == null
                        ? Stream.of(filling(event, path.formOid()))
                        : Stream.of(filling(event, path.formOid()), name(event, path.formOid(), path.itemOid())));
    }

    /** Stands for whether a form has any value. */
    static String filling(String event, String form) {
        return name(event, form, "");
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
