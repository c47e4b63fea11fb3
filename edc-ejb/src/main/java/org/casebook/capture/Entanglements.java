package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.casebook.rules.Expression;
import org.casebook.study.CriterionDefinition;
import org.casebook.study.Definitions;
import org.casebook.study.StudyRules.ItemPath;

/** Which forms and criteria of a study version look at which items; worked out once for each version. */
@ApplicationScoped
class Entanglements {

    @Inject
    private Definitions definitions;

    private final Map<Long, Map<String, Set<String>>> looking = new ConcurrentHashMap<>();
    private final Map<Long, Set<String>> judging = new ConcurrentHashMap<>();

    /**
     * The forms whose rules look at one of these items of another form.
     *
     * @param names items as {@code FORM.ITEM}
     */
    Set<String> formsLookingAt(long versionId, Set<String> names) {
        Map<String, Set<String>> lookers = looking.computeIfAbsent(versionId, this::lookers);
        return names.stream()
                .flatMap(name -> lookers.getOrDefault(name, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Whether an eligibility criterion looks at one of these items.
     *
     * @param names items as {@code FORM.ITEM}
     */
    boolean criteriaLookAt(long versionId, Set<String> names) {
        return definitions.rules(versionId).criteriaItems().stream()
                .map(Entanglements::item)
                .anyMatch(names::contains);
    }

    private static String item(ItemPath path) {
        return path.formOid() + "." + path.itemOid();
    }

    /** The names that eligibility criteria use. */
    Set<String> namesInCriteria(long versionId) {
        return judging.computeIfAbsent(
                versionId,
                version -> definitions.get(version).criteria().stream()
                        .map(CriterionDefinition::conditionOid)
                        .map(condition -> definitions.condition(version, condition))
                        .map(Expression::names)
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Map<String, Set<String>> lookers(long versionId) {
        Map<String, Set<String>> lookers = new HashMap<>();
        for (String form : definitions.get(versionId).forms().keySet()) {
            definitions
                    .rules(versionId)
                    .foreignItems(form)
                    .forEach(path -> lookers.computeIfAbsent(item(path), name -> new HashSet<>())
                            .add(form));
        }
        return lookers;
    }
}
