package org.casebook.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.odm.Doubles;
import org.casebook.odm.Faults;
import org.casebook.odm.LeftOutData;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Permitted;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/**
 * What of ODM 1.3 is read: elements in the schema's order, attributes, and which of them are known but have no place in a
 * study here. Written from the schema of 1.3.2, which the earlier two fit into. CDISC's schemas are not shipped.
 */
final class OldProfile {

    /**
     * Each line: element: attributes | children. {@code !} required, {@code ~} left out with a remark, {@code =} what is meant
     * when it is absent ({@code @} stands for the OID), {@code ^} at most once, in brackets what {@link Permitted} knows,
     * {@code #text} that it holds text, with {@code !} that it must.
     */
    private static final String TABLE = """
            ODM: FileType(Snapshot,Transactional)! FileOID! CreationDateTime(#dateTime)! ODMVersion! Description Granularity(All,Metadata,AdminData,ReferenceData,AllClinicalData,SingleSite,SingleSubject) ~Archival(Yes) AsOfDateTime(#dateTime) PriorFileOID Originator SourceSystem SourceSystemVersion ~Id ~ID | Study ~AdminData ~ReferenceData ~ClinicalData ~Association ~Signature
            Study: OID! | ^GlobalVariables! ^BasicDefinitions MetaDataVersion!
            GlobalVariables: | ^StudyName! ^StudyDescription! ^ProtocolName!
            StudyName: | #text!
            StudyDescription: | #text
            ProtocolName: | #text!
            BasicDefinitions: | MeasurementUnit
            MeasurementUnit: OID! Name=@ | ^Symbol ~Alias
            Symbol: | TranslatedText!
            TranslatedText: xml:lang(#language) | #text
            MetaDataVersion: OID! Name=@ ~Description | ^Include ^Protocol StudyEventDef FormDef ItemGroupDef ItemDef CodeList ~ImputationMethod ~Presentation ConditionDef MethodDef
            Include: StudyOID! MetaDataVersionOID! |
            Protocol: | ^Description StudyEventRef Alias
            Description: | TranslatedText!
            StudyEventRef: StudyEventOID! OrderNumber(#whole) Mandatory(Yes,No)=No CollectionExceptionConditionOID |
            StudyEventDef: OID! Name=@ Repeating(Yes,No)=No Type(Scheduled,Unscheduled,Common)=Scheduled Category | ^Description FormRef Alias
            FormRef: FormOID! OrderNumber(#whole) Mandatory(Yes,No)=No CollectionExceptionConditionOID |
            FormDef: OID! Name=@ Repeating(Yes,No)=No | ^Description ItemGroupRef ~ArchiveLayout Alias
            ItemGroupRef: ItemGroupOID! OrderNumber(#whole) Mandatory(Yes,No)=No CollectionExceptionConditionOID |
            ItemGroupDef: OID! Name=@ Repeating(Yes,No)=No ~IsReferenceData SASDatasetName(#sas) Domain ~Origin ~Role Purpose ~Comment | ^Description ItemRef Alias
            ItemRef: ItemOID! OrderNumber(#whole) Mandatory(Yes,No)=No KeySequence(#whole) MethodOID ~ImputationMethodOID Role ~RoleCodeListOID CollectionExceptionConditionOID |
            ItemDef: OID! Name=@ DataType(integer,float,date,datetime,time,text,string,double,URI,boolean,hexBinary,base64Binary,hexFloat,base64Float,partialDate,partialTime,partialDatetime,durationDatetime,intervalDatetime,incompleteDatetime,incompleteDate,incompleteTime)! Length(#count) SignificantDigits(#digits) SASFieldName(#sas) SDSVarName(#sas) ~Origin ~Comment | ^Description ^Question ~ExternalQuestion MeasurementUnitRef RangeCheck ^CodeListRef ~Role Alias
            Question: | TranslatedText!
            MeasurementUnitRef: MeasurementUnitOID! |
            RangeCheck: Comparator(LT,LE,GT,GE,EQ,NE,IN,NOTIN) SoftHard(Soft,Hard)=Soft | CheckValue FormalExpression ^MeasurementUnitRef ^ErrorMessage
            CheckValue: | #text
            FormalExpression: Context | #text
            ErrorMessage: | TranslatedText!
            CodeListRef: CodeListOID! |
            CodeList: OID! Name=@ DataType(integer,float,text,string,boolean)=text ~SASFormatName | ^Description CodeListItem ^ExternalCodeList EnumeratedItem Alias
            CodeListItem: CodedValue! Rank(#decimal) OrderNumber(#whole) | ^Decode! Alias
            EnumeratedItem: CodedValue! Rank(#decimal) OrderNumber(#whole) | Alias
            Decode: | TranslatedText!
            ExternalCodeList: Dictionary Version href ref |
            Alias: Context! Name! |
            ConditionDef: OID! Name=@ | ^Description FormalExpression ~Alias
            MethodDef: OID! Name=@ Type(Computation,Imputation,Transpose,Other)=Computation | ^Description FormalExpression ~Alias
            """;

    private static final String TEXT = "#text";
    private static final String SOME_TEXT = "#text!";

    /** Children of which exactly one kind stands in an element. */
    private static final Map<String, List<String>> ONE_KIND = Map.of(
            "RangeCheck", List.of("CheckValue", "FormalExpression"),
            "CodeList", List.of("CodeListItem", "EnumeratedItem", "ExternalCodeList"));

    private static final Set<String> DESCRIBED = Set.of("ConditionDef", "MethodDef");

    private static final Map<String, Repair> ABSENT = Map.of(
            "Name", Repair.ABSENT_NAME,
            "Repeating", Repair.ABSENT_REPEATING,
            "Mandatory", Repair.ABSENT_MANDATORY,
            "Type", Repair.ABSENT_TYPE,
            "DataType", Repair.ABSENT_DATA_TYPE,
            "SoftHard", Repair.ABSENT_SOFT_HARD);

    private static final Map<String, Shape> SHAPES = read();

    private record Word(
            String name, boolean required, boolean leftOut, boolean once, Permitted permitted, String absent) {

        private static final Pattern FORM = Pattern.compile("([~^]?)([^(!=]+)(?:\\(([^)]*)\\))?(!?)(?:=(.+))?");

        static Word of(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalStateException(text);
            }
            return new Word(
                    parts.group(2),
                    !parts.group(4).isEmpty(),
                    parts.group(1).equals("~"),
                    parts.group(1).equals("^"),
                    parts.group(3) == null ? null : Permitted.of(parts.group(3)),
                    parts.group(5));
        }
    }

    private record Shape(
            Map<String, Word> attributes,
            Map<String, Word> children,
            List<String> order,
            boolean text,
            boolean someText) {

        Set<String> once() {
            return children.values().stream().filter(Word::once).map(Word::name).collect(Collectors.toSet());
        }
    }

    private final Faults faults;
    private final Remarks remarks;

    OldProfile(Faults faults, Remarks remarks) {
        this.faults = faults;
        this.remarks = remarks;
    }

    private static Map<String, Shape> read() {
        Map<String, Shape> shapes = new HashMap<>();
        TABLE.lines().forEach(line -> {
            String[] halves = line.substring(line.indexOf(": ") + 1).split("\\|", -1);
            List<Word> children = words(halves[1].replace(SOME_TEXT, "").replace(TEXT, ""));
            shapes.put(
                    line.substring(0, line.indexOf(": ")),
                    new Shape(
                            byName(words(halves[0])),
                            byName(children),
                            children.stream().map(Word::name).toList(),
                            halves[1].contains(TEXT),
                            halves[1].contains(SOME_TEXT)));
        });
        return Map.copyOf(shapes);
    }

    private static List<Word> words(String half) {
        return Stream.of(half.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .map(Word::of)
                .toList();
    }

    private static Map<String, Word> byName(List<Word> words) {
        Map<String, Word> byName = new HashMap<>();
        words.forEach(word -> byName.put(word.name(), word));
        return byName;
    }

    /** Notes everything in and below this element that is not of ODM 1.3, and mends what is on the list of repairs. */
    void check(OdmElement element) {
        Shape shape = SHAPES.get(element.name());
        checkAttributes(element, shape);
        Permitted.refuseExcess(element, shape.once(), shape.text(), faults);
        Doubles.refuse(element, faults);
        Permitted.requireOneKind(element, ONE_KIND.getOrDefault(element.name(), List.of()), faults);
        if (shape.someText() && element.text().isEmpty()) {
            faults.add(element, "It is empty. Write what it is called.");
        }
        if (DESCRIBED.contains(element.name()) && element.child("Description").isEmpty()) {
            Repair.ABSENT_DESCRIPTION.tell(remarks, element, "It has no Description; its Name describes it.");
        }
        List<String> misnamed = new ArrayList<>();
        int furthest = 0;
        boolean told = false;
        for (OdmElement child : element.children()) {
            Word word = shape.children().get(child.name());
            if (word == null) {
                misnamed.add(unknownChild(element, child, shape));
                continue;
            }
            int place = shape.order().indexOf(child.name());
            if (place < furthest && !told) {
                told = true;
                Repair.ELEMENT_ORDER.tell(remarks, child, "It stands after elements that follow it in the schema.");
            }
            furthest = Math.max(furthest, place);
            if (word.leftOut()) {
                leaveOut(child);
            } else {
                check(child);
            }
        }
        shape.children().values().stream()
                .filter(Word::required)
                .filter(word -> element.child(word.name()).isEmpty() && !misnamed.contains(word.name()))
                .map(Word::name)
                .sorted()
                .forEach(name -> faults.add(element, "It needs a %s inside.", name));
    }

    /** Gives the name that was meant, when the spelling differs in capitals only. */
    private String unknownChild(OdmElement element, OdmElement child, Shape shape) {
        for (String known : shape.order()) {
            if (known.equalsIgnoreCase(child.name())) {
                faults.add(child, "ODM writes %s, not %s.", known, child.name());
                return known;
            }
        }
        faults.add(child, "There is no such element inside %s in ODM 1.3. Remove it or move it.", element.name());
        return "";
    }

    private void leaveOut(OdmElement child) {
        String sentence = switch (child.name()) {
            case "ClinicalData" ->
                "The clinical data of %d participants are no part of the definition; "
                                .formatted(child.children("SubjectData").size())
                        + "they come in by the import of clinical data.";
            case "ReferenceData" -> "Reference data are no part of the definition and were left out.";
            case "AdminData", "Signature" -> "Users, places and signatures were left out; they are managed here.";
            case "ArchiveLayout", "Presentation" -> "How another system draws forms was left out.";
            default -> "It has no place in a study here and was left out.";
        };
        remarks.add(Remark.Kind.STRIPPED, child, "%s", sentence);
        LeftOutData.tellOld(child, remarks);
    }

    private void checkAttributes(OdmElement element, Shape shape) {
        for (Map.Entry<String, String> attribute :
                Map.copyOf(element.attributes()).entrySet()) {
            Word word = shape.attributes().get(attribute.getKey());
            if (word == null) {
                faults.add(element, "ODM 1.3 has no attribute %s here. Correct or remove it.", attribute.getKey());
            } else if (word.leftOut() && !attribute.getValue().isBlank()) {
                remarks.add(
                        Remark.Kind.STRIPPED,
                        element,
                        "Its %s was left out: “%s”.",
                        attribute.getKey(),
                        Texts.shortened(attribute.getValue()));
            } else if (!attribute.getValue().isBlank()) {
                checkValue(element, word, attribute.getValue());
            } else if (!word.required() && word.absent() == null && (word.permitted() != null || isOid(word))) {
                faults.add(element, "The attribute %s is empty. Give it a value, or remove it.", word.name());
            }
        }
        shape.attributes().values().forEach(word -> checkPresence(element, word));
    }

    private void checkValue(OdmElement element, Word word, String value) {
        if (word.permitted() != null) {
            word.permitted().check(element, word.name(), value, faults);
        }
    }

    private static boolean isOid(Word word) {
        return word.name().endsWith("OID");
    }

    private void checkPresence(OdmElement element, Word word) {
        String value = element.get(word.name());
        if (value != null && !value.isBlank()) {
            return;
        }
        boolean reference = element.name().endsWith("Ref") && isOid(word);
        if (word.required() && value != null && reference) {
            Repair.EMPTY_REFERENCE.tell(remarks, element, "It refers to nothing and was left out.");
        } else if (word.required()) {
            faults.add(element, "The attribute %s is missing.", word.name());
        } else if (word.absent() != null) {
            String meant = word.absent().equals("@") ? element.oid() : word.absent();
            OdmDraft.amend(element).set(word.name(), meant);
            ABSENT.get(word.name())
                    .tell(remarks, element, "It has no %s; “%s” was taken.", word.name(), Texts.shortened(meant));
        }
    }

    /** The names of all elements that are read. */
    static Set<String> elements() {
        return SHAPES.keySet();
    }
}
