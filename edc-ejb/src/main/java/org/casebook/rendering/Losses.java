package org.casebook.rendering;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.casebook.odm.OdmPart;

/** Counts what of a definition is left out of an ODM 1.3.2 file. */
final class Losses {

    private static final Map<String, Loss> ELEMENTS = Map.of(
            "Arm", Loss.ARMS,
            "Epoch", Loss.EPOCHS,
            "StudyEventGroupDef", Loss.EPOCHS,
            "StudyTimings", Loss.WINDOWS,
            "Criterion", Loss.CRITERIA,
            "cb:Randomization", Loss.RANDOMIZATION,
            "cb:Instrument", Loss.INSTRUMENTS,
            "cb:TestParticipant", Loss.TEST_PARTICIPANTS);

    /** Elements that are written, or counted where they are met; all others are kept for others. */
    private static final Set<String> WRITTEN = Set.of(
            ("Study MetaDataVersion Description TranslatedText Protocol StudyStructure StudyEventGroupRef StudyEventRef "
                            + "StudyEventDef ItemGroupRef ItemGroupDef ItemRef ItemDef Question CRFCompletionInstructions "
                            + "Definition Prompt ImplementationNotes CDISCNotes RangeCheck CheckValue FormalExpression Code "
                            + "ErrorMessage MethodSignature CodeListRef Alias CodeList CodeListItem Decode ConditionDef "
                            + "MethodDef InclusionExclusionCriteria InclusionCriteria ExclusionCriteria cb:Unit cb:Help "
                            + "cb:Scale")
                    .split(" "));

    private static final Set<String> UNWRITTEN_ATTRIBUTES = Set.of(
            ("CommentOID DisplayFormat VariableSet Structure ArchiveLocationID StandardOID IsNonStandard HasNoData "
                            + "RepeatingLimit IsReferenceData UnitsItemOID Repeat Other Core PreSpecifiedValue ExtendedValue "
                            + "VersionID VersionName Status ArmOID")
                    .split(" "));

    private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);

    void add(Loss loss) {
        counts.merge(loss, 1, Integer::sum);
    }

    /** Counts what has no place in ODM 1.3.2 at all, in and below this part. */
    void count(OdmPart part) {
        part.attributes().keySet().stream()
                .filter(UNWRITTEN_ATTRIBUTES::contains)
                .forEach(kept -> add(Loss.KEPT_PARTS));
        if (part.name().equals("TranslatedText") && !OldFile.isPlain(part)) {
            add(Loss.KEPT_PARTS);
        }
        for (OdmPart child : part.children()) {
            Loss loss = ELEMENTS.get(child.name());
            if (loss != null) {
                add(loss);
            } else if (WRITTEN.contains(child.name())) {
                count(child);
            } else {
                add(Loss.KEPT_PARTS);
            }
        }
    }

    Map<Loss, Integer> counted() {
        return Collections.unmodifiableMap(counts);
    }
}
