package org.casebook.rendering;

import java.util.List;

/** The protocol of a generated study: structure, timings of every kind, criteria, objectives, workflow. */
final class GeneratedProtocol {

    private static final List<String> LENGTHS = List.of("P14D", "P2W", "PT36H", "P1M", "P1Y", "P1DT12H", "P0D");

    private final GeneratedItems make;
    private final List<String> visits;
    private final List<String> arms;
    private final List<String> epochs;

    GeneratedProtocol(GeneratedItems make, List<String> visits, List<String> arms, List<String> epochs) {
        this.make = make;
        this.visits = visits;
        this.arms = arms;
        this.epochs = epochs;
    }

    Draft protocol() {
        Draft summary = Draft.of("StudySummary")
                .with(Draft.of("StudyParameter", "OID", make.oid("SP"), "Term", "Age Group", "ShortName", "AGEGRP")
                        .with(Draft.of("ParameterValue", "Value", "ADULT").with(make.coding())));
        return Draft.of("Protocol")
                .with(make.description(), make.perhaps(summary), structure())
                .with(make.perhaps(
                        Draft.of("TrialPhase", "Value", "PHASE I TRIAL").with(make.description())))
                .with(timings(), indications(), interventions(), objectives(), endPoints(), population(), estimands())
                .with(
                        criteria(),
                        make.reference("StudyEventGroupRef", "StudyEventGroupOID", "EG.OUTER", 1),
                        make.perhaps(Draft.of("WorkflowRef", "WorkflowOID", "WF.1")),
                        make.alias("NCT"));
    }

    private Draft structure() {
        Draft structure = Draft.of("StudyStructure").with(make.description());
        arms.forEach(arm -> structure.with(Draft.of("Arm", "OID", arm, "Name", make.words())
                .with(make.description(), make.perhaps(Draft.of("WorkflowRef", "WorkflowOID", "WF.1")))));
        for (String epoch : epochs) {
            structure.with(Draft.of(
                            "Epoch",
                            "OID",
                            epoch,
                            "Name",
                            make.words(),
                            "SequenceNumber",
                            "" + (1 + epochs.indexOf(epoch)))
                    .with(make.description()));
        }
        return structure.with(make.perhaps(Draft.of("WorkflowRef", "WorkflowOID", "WF.1")));
    }

    private Draft timings() {
        Draft timing = Draft.of("StudyTiming", "OID", make.oid("TG"), "Name", make.words());
        timing.with(make.perhaps(constraint("AbsoluteTimingConstraint", "TimepointTarget", "2026-01-01")
                .also("StudyEventOID", visits.get(0))));
        for (int i = 1; i < 3; i++) {
            timing.with(make.perhaps(
                    constraint("RelativeTimingConstraint", "TimepointRelativeTarget", make.one(LENGTHS))
                            .also("PredecessorOID", visits.get(i - 1))
                            .also("SuccessorOID", visits.get(i))
                            .also("Type", make.perhaps(make.one(List.of("StartToStart", "FinishToStart"))))
                            .also("cb:OutsideWindow", make.perhaps("Reason"))
                            .also("cb:SkippedAnchor", make.perhaps("PlannedDate"))));
        }
        timing.with(make.perhaps(constraint("TransitionTimingConstraint", "TimepointTarget", make.one(LENGTHS))
                .also("TransitionOID", "TR.1")));
        timing.with(make.perhaps(Draft.of(
                        "DurationTimingConstraint",
                        "OID",
                        make.oid("TC"),
                        "Name",
                        make.words(),
                        "StructuralElementOID",
                        epochs.get(0),
                        "DurationTarget",
                        "P6M",
                        "DurationPreWindow",
                        make.perhaps("P1M"))
                .with(make.description())));
        return make.perhaps(Draft.of("StudyTimings").with(timing));
    }

    private Draft constraint(String kind, String target, String length) {
        return Draft.of(
                        kind,
                        "OID",
                        make.oid("TC"),
                        "Name",
                        make.words(),
                        target,
                        length,
                        "TimepointPreWindow",
                        make.perhaps(make.one(LENGTHS)),
                        "TimepointPostWindow",
                        make.perhaps(make.one(LENGTHS)))
                .with(make.description());
    }

    private Draft criteria() {
        Draft inclusion = Draft.of("InclusionCriteria").with(criterion(), make.perhaps(criterion()));
        Draft exclusion = Draft.of("ExclusionCriteria").with(criterion());
        return make.perhaps(
                Draft.of("InclusionExclusionCriteria").with(make.perhaps(inclusion), make.perhaps(exclusion)));
    }

    private Draft criterion() {
        return Draft.of(
                        "Criterion",
                        "OID",
                        make.oid("CR"),
                        "Name",
                        make.words(),
                        "ConditionOID",
                        make.condition("2 > 1"))
                .with(make.description(), make.coding());
    }

    private Draft indications() {
        return make.perhaps(Draft.of("StudyIndications")
                .with(Draft.of("StudyIndication", "OID", make.oid("SI"))
                        .with(make.texts("Description"), make.coding())));
    }

    private Draft interventions() {
        return Draft.of("StudyInterventions")
                .with(Draft.of("StudyIntervention", "OID", "IV.1").with(make.texts("Description"), make.coding()));
    }

    private Draft objectives() {
        return make.perhaps(Draft.of("StudyObjectives")
                .with(Draft.of("StudyObjective", "OID", make.oid("SO"), "Name", make.words(), "Level", "Primary")
                        .with(make.description(), Draft.of("StudyEndPointRef", "StudyEndPointOID", "EN.1"))));
    }

    private Draft endPoints() {
        return Draft.of("StudyEndPoints")
                .with(Draft.of("StudyEndPoint", "OID", "EN.1", "Name", make.words(), "Type", "Simple")
                        .with(
                                make.texts("Description"),
                                make.perhaps(Draft.of("FormalExpression", "Context", "R 4")
                                        .with(Draft.of("Code").text("mean(x)\n  + 1")))));
    }

    private Draft population() {
        return Draft.of("StudyTargetPopulation", "OID", "TP.1", "Name", make.words())
                .with(make.texts("Description"), make.coding());
    }

    private Draft estimands() {
        return make.perhaps(Draft.of("StudyEstimands")
                .with(Draft.of("StudyEstimand", "OID", make.oid("ES"), "Name", make.words())
                        .with(
                                Draft.of("StudyTargetPopulationRef", "StudyTargetPopulationOID", "TP.1"),
                                Draft.of("StudyInterventionRef", "StudyInterventionOID", "IV.1"),
                                Draft.of("StudyEndPointRef", "StudyEndPointOID", "EN.1"),
                                Draft.of("IntercurrentEvent").with(make.texts("Description")),
                                Draft.of("SummaryMeasure").with(make.texts("Description")))));
    }

    Draft workflow() {
        String condition = make.condition(null);
        return Draft.of("WorkflowDef", "OID", "WF.1", "Name", make.words())
                .with(make.description(), Draft.of("WorkflowStart", "StartOID", visits.get(0)))
                .with(transition("TR.1", visits.get(0), "BR.1").also("StartConditionOID", make.perhaps(condition)))
                .with(Draft.of("Branching", "OID", "BR.1", "Name", make.words(), "Type", "Exclusive")
                        .with(
                                Draft.of("TargetTransition", "TargetTransitionOID", "TR.2", "ConditionOID", condition),
                                make.perhaps(Draft.of("DefaultTransition", "TargetTransitionOID", "TR.3"))))
                .with(transition("TR.2", "BR.1", visits.get(1)))
                .with(transition("TR.3", "BR.1", visits.get(2)))
                .with(Draft.of("WorkflowEnd", "EndOID", visits.get(2)));
    }

    private Draft transition(String oid, String from, String to) {
        return Draft.of("Transition", "OID", oid, "Name", make.words(), "SourceOID", from, "TargetOID", to);
    }
}
