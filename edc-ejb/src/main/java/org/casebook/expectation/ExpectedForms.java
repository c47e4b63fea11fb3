package org.casebook.expectation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.capture.CaseBook;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Scope;
import org.casebook.rules.Values;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;

/** Which forms under a condition are collected from participants, as their answers stand; for this room and later ones. */
@ApplicationScoped
public class ExpectedForms {

    /** So many a statement may name. */
    private static final int FEW = 200;

    @Inject
    private CaseBook casebook;

    @Inject
    private Definitions definitions;

    /**
     * The forms under a condition that are collected from one participant.
     *
     * @param known {@code EVENT/FORM}
     */
    public record Collected(Set<String> known) {

        /** Where no form is under a condition, or of none is known that it is collected. */
        public static final Collected NONE = new Collected(Set.of());

        public Collected {
            known = Set.copyOf(known);
        }

        /** Whether a visit that took place is not complete without this form. */
        public boolean expects(EventDefinition event, FormRef form) {
            return form.mandatory()
                    && (form.conditionOid() == null || known.contains(event.plannedOid() + "/" + form.formOid()));
        }
    }

    /** Of these participants of the scope, by key; who is absent has none. */
    public Map<String, Collected> of(Scope scope, List<Participant> participants) {
        Map<String, Collected> all = new HashMap<>();
        participants.stream()
                .collect(Collectors.groupingBy(
                        Participant::versionId, Collectors.mapping(Participant::key, Collectors.toSet())))
                .forEach((version, keys) -> all.putAll(of(scope, version, keys)));
        return all;
    }

    private Map<String, Collected> of(Scope scope, long versionId, Set<String> keys) {
        StudyDefinition study = definitions.get(versionId);
        Set<String> names = study.events().stream()
                .flatMap(event -> event.forms().stream())
                .filter(form -> form.mandatory() && form.conditionOid() != null)
                .flatMap(form -> definitions.condition(versionId, form.conditionOid()).names().stream())
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return Map.of();
        }
        StudyRules rules = definitions.rules(versionId);
        Map<String, Values> seen = new HashMap<>(
                keys.size() > FEW
                        ? casebook.seenOfAll(scope, versionId, names)
                        : casebook.seenOf(scope, keys, versionId, names));
        seen.keySet().retainAll(keys);
        Map<String, Collected> collected = new HashMap<>();
        seen.forEach((key, values) -> collected.put(key, collected(study, rules, values)));
        return collected;
    }

    private static Collected collected(StudyDefinition study, StudyRules rules, Values values) {
        Set<String> known = new HashSet<>();
        for (EventDefinition event : study.events()) {
            event.forms().stream()
                    .filter(form -> form.conditionOid() != null
                            && rules.collected(form, values).isTrue())
                    .forEach(form -> known.add(event.oid() + "/" + form.formOid()));
        }
        return new Collected(known);
    }
}
