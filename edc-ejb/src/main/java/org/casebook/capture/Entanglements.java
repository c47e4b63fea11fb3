package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

    private record Net(Map<String, Set<String>> forms, Set<String> criteria) {}

    /** The forms whose rules look at one of these items. */
    Set<String> formsLookingAt(long versionId, Set<String> items) {
        Net net = net(versionId);
        return items.stream()
                .flatMap(item -> net.forms().getOrDefault(item, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** Whether an eligibility criterion looks at one of these items. */
    boolean criteriaLookAt(long versionId, Set<String> items) {
        return items.stream().anyMatch(net(versionId).criteria()::contains);
    }

    static String name(ItemPath path) {
        return name(path.eventOid(), path.formOid(), path.itemOid());
    }

    static String name(String event, String form, String item) {
        return event + "/" + form + "/" + item;
    }

    private Net net(long versionId) {
        Net known = nets.get(versionId);
        return known != null ? known : nets.computeIfAbsent(versionId, this::knit);
    }

    private Net knit(long versionId) {
        StudyRules rules = definitions.rules(versionId);
        Map<String, Set<String>> forms = new HashMap<>();
        for (String form : definitions.get(versionId).forms().keySet()) {
            rules.foreignItems(form)
                    .forEach(path -> forms.computeIfAbsent(name(path), item -> new HashSet<>())
                            .add(form));
        }
        Set<String> criteria =
                rules.criteriaItems().stream().map(Entanglements::name).collect(Collectors.toSet());
        return new Net(forms, criteria);
    }
}
