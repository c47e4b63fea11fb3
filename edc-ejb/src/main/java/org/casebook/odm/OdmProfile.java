package org.casebook.odm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Casebook's profile of ODM 2.0: which elements it understands, where they stand and with which attributes. What it does not
 * understand is a fault, so that no part of a study is ever silently left out.
 */
final class OdmProfile {

    /** Each line: element: attributes (! required) | children (! required). */
    private static final String TABLE = """
            ODM: FileType! FileOID! CreationDateTime! ODMVersion! Granularity Context AsOfDateTime PriorFileOID Originator SourceSystem SourceSystemVersion | Study!
            Study: OID! StudyName! ProtocolName! VersionID VersionName Status | Description MetaDataVersion!
            MetaDataVersion: OID! Name! | Description Protocol StudyEventGroupDef StudyEventDef! ItemGroupDef! ItemDef CodeList ConditionDef MethodDef cb:Unit cb:Randomization
            Description: | TranslatedText!
            Question: | TranslatedText!
            Decode: | TranslatedText!
            ErrorMessage: | TranslatedText!
            CRFCompletionInstructions: | TranslatedText!
            TranslatedText: xml:lang Type! |
            Protocol: | Description StudyStructure StudyTimings InclusionExclusionCriteria StudyEventGroupRef Alias
            StudyStructure: | Description Arm Epoch
            Arm: OID! Name! | Description
            Epoch: OID! Name! SequenceNumber! | Description
            StudyTimings: | StudyTiming!
            StudyTiming: OID! Name! | RelativeTimingConstraint
            RelativeTimingConstraint: OID! Name! PredecessorOID! SuccessorOID! Type TimepointRelativeTarget! TimepointPreWindow TimepointPostWindow | Description
            InclusionExclusionCriteria: | InclusionCriteria ExclusionCriteria
            InclusionCriteria: | Criterion!
            ExclusionCriteria: | Criterion!
            Criterion: OID! Name! ConditionOID! | Description
            StudyEventGroupRef: StudyEventGroupOID! OrderNumber Mandatory! | Description
            StudyEventGroupDef: OID! Name! EpochOID | Description StudyEventRef!
            StudyEventRef: StudyEventOID! OrderNumber Mandatory! |
            StudyEventDef: OID! Name! Repeating! Type! Category | Description ItemGroupRef Alias
            ItemGroupRef: ItemGroupOID! OrderNumber Mandatory! CollectionExceptionConditionOID |
            ItemGroupDef: OID! Name! Repeating! Type! Domain DatasetName Purpose | Description ItemGroupRef ItemRef Alias cb:Help
            ItemRef: ItemOID! OrderNumber Mandatory! CollectionExceptionConditionOID MethodOID KeySequence Role Core |
            ItemDef: OID! Name! DataType! Length DisplayFormat | Description Definition Question Prompt CRFCompletionInstructions ImplementationNotes CDISCNotes RangeCheck CodeListRef Alias cb:Scale
            Definition: | TranslatedText!
            Prompt: | TranslatedText!
            ImplementationNotes: | TranslatedText!
            CDISCNotes: | TranslatedText!
            RangeCheck: Comparator SoftHard | CheckValue FormalExpression ErrorMessage
            CheckValue: |
            FormalExpression: Context! | Code!
            Code: |
            CodeListRef: CodeListOID! |
            Alias: Context! Name! |
            CodeList: OID! Name! DataType! | Description CodeListItem!
            CodeListItem: CodedValue! OrderNumber Rank | Description Decode Alias
            ConditionDef: OID! Name! | Description MethodSignature FormalExpression!
            MethodDef: OID! Name! Type | Description MethodSignature FormalExpression!
            MethodSignature: |
            cb:Unit: OID! Name! Symbol! Standard Factor Offset |
            cb:Help: xml:lang! |
            cb:Scale: Low! High! | cb:LowLabel cb:HighLabel
            cb:LowLabel: xml:lang! |
            cb:HighLabel: xml:lang! |
            cb:Randomization: BySite! SlotsPerStratum! StudyEventOID PlannedParticipants FirstMonth LastMonth | cb:Stratum cb:ArmShare! cb:BlockSize!
            cb:Stratum: ItemGroupOID! ItemOID! |
            cb:ArmShare: ArmOID! Share! |
            cb:BlockSize: |
            """;

    private static final Map<String, Shape> SHAPES = read();

    private record Shape(Set<String> attributes, Set<String> needs, Set<String> children, Set<String> holds) {}

    private OdmProfile() {}

    private static Map<String, Shape> read() {
        Map<String, Shape> shapes = new HashMap<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(": ") < 0 ? line.indexOf(":", 3) : line.indexOf(": ");
            String[] halves = line.substring(colon + 1).split("\\|", -1);
            shapes.put(
                    line.substring(0, colon),
                    new Shape(
                            words(halves[0], false),
                            words(halves[0], true),
                            words(halves[1], false),
                            words(halves[1], true)));
        });
        return Map.copyOf(shapes);
    }

    private static Set<String> words(String text, boolean requiredOnly) {
        return text.isBlank()
                ? Set.of()
                : java.util.Arrays.stream(text.strip().split(" "))
                        .filter(word -> !requiredOnly || word.endsWith("!"))
                        .map(word -> word.replace("!", ""))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Notes everything in and below this element that the profile does not know or misses. */
    static void check(OdmElement element, Faults faults) {
        Shape shape = SHAPES.get(element.name());
        element.attributes().keySet().stream()
                .filter(name -> !shape.attributes().contains(name))
                .forEach(name ->
                        faults.add(element, "The attribute %s is not understood here. Correct or remove it.", name));
        shape.needs().stream()
                .filter(name ->
                        element.find(name).filter(value -> !value.isBlank()).isEmpty())
                .sorted()
                .forEach(name -> faults.add(element, "The attribute %s is missing.", name));
        shape.holds().stream()
                .filter(name -> element.child(name).isEmpty())
                .sorted()
                .forEach(name -> faults.add(element, "It needs a %s inside.", name));
        for (OdmElement child : element.children()) {
            if (shape.children().contains(child.name())) {
                check(child, faults);
            } else {
                faults.add(child, "This element is not understood inside %s. Remove it or move it.", element.name());
            }
        }
    }
}
