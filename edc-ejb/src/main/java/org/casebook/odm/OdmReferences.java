package org.casebook.odm;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Follows every reference of a file by the name of its attribute, also those of workflows, value lists, timings and other parts
 * that are kept while nothing acts on them.
 */
public final class OdmReferences {

    /** Attribute by the kind of what it names; the empty kind is anything that has an OID. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("WorkflowOID", "WorkflowDef"),
            Map.entry("StartOID", ""),
            Map.entry("EndOID", ""),
            Map.entry("SourceOID", ""),
            Map.entry("TargetOID", ""),
            Map.entry("TransitionOID", "Transition"),
            Map.entry("TargetTransitionOID", "Transition"),
            Map.entry("StructuralElementOID", ""),
            Map.entry("StartConditionOID", "ConditionDef"),
            Map.entry("EndConditionOID", "ConditionDef"),
            Map.entry("ConditionOID", "ConditionDef"),
            Map.entry("CollectionExceptionConditionOID", "ConditionDef"),
            Map.entry("MethodOID", "MethodDef"),
            Map.entry("ItemOID", "ItemDef"),
            Map.entry("UnitsItemOID", "ItemDef"),
            Map.entry("ItemGroupOID", "ItemGroupDef"),
            Map.entry("CodeListOID", "CodeList"),
            Map.entry("RoleCodeListOID", "CodeList"),
            Map.entry("ValueListOID", "ValueListDef"),
            Map.entry("WhereClauseOID", "WhereClauseDef"),
            Map.entry("StudyEventOID", "StudyEventDef"),
            Map.entry("StudyEventGroupOID", "StudyEventGroupDef"),
            Map.entry("ArmOID", "Arm"),
            Map.entry("EpochOID", "Epoch"),
            Map.entry("CommentOID", "CommentDef"),
            Map.entry("StandardOID", "Standard"),
            Map.entry("StudyEndPointOID", "StudyEndPoint"),
            Map.entry("StudyInterventionOID", "StudyIntervention"),
            Map.entry("StudyTargetPopulationOID", "StudyTargetPopulation"));

    /** They name things of other files. */
    private static final Set<String> ELSEWHERE = Set.of("SourceItem");

    private final OdmIndex index;
    private final Faults faults;

    public OdmReferences(OdmIndex index, Faults faults) {
        this.index = index;
        this.faults = faults;
    }

    /** Notes every reference in and below this element that leads nowhere. */
    public void check(OdmElement element) {
        if (ELSEWHERE.contains(element.name())) {
            return;
        }
        element.attributes().forEach((name, oid) -> {
            String kind = KINDS.get(name);
            if (kind != null && kind.isEmpty()) {
                requireKnown(element, name, oid);
            } else if (kind != null) {
                index.follow(element, kind, oid);
            }
        });
        if (element.name().equals("WorkflowDef")) {
            requireReachable(element);
        }
        element.children().forEach(this::check);
    }

    private void requireKnown(OdmElement element, String attribute, String oid) {
        if (!index.knows(oid)) {
            faults.add(element, "Its %s names %s, which does not exist.", attribute, oid);
        }
    }

    /** What a branching offers must start at that branching (ODM 2.0, Branching). */
    private void requireReachable(OdmElement workflow) {
        for (OdmElement branching : workflow.children("Branching")) {
            Set<String> leaving = new HashSet<>();
            workflow.children("Transition").stream()
                    .filter(transition -> Objects.equals(branching.get("OID"), transition.get("SourceOID")))
                    .forEach(transition -> leaving.add(transition.get("OID")));
            branching.children().stream()
                    .filter(target -> index.find("Transition", target.get("TargetTransitionOID"))
                            .isPresent())
                    .filter(target -> !leaving.contains(target.get("TargetTransitionOID")))
                    .forEach(target -> faults.add(
                            target,
                            "The transition %s does not start at the branching %s.",
                            target.get("TargetTransitionOID"),
                            branching.get("OID")));
        }
    }
}
