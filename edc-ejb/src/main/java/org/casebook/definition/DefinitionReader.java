package org.casebook.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebook.dialect.StudyFile;
import org.casebook.odm.Faults;
import org.casebook.odm.KeptParts;
import org.casebook.odm.LooseEnds;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.odm.OdmPart;
import org.casebook.odm.OdmReferences;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.odm.StudyFileIsFaulty;

/** Reads a study file as a definition, or refuses it whole with every fault by element, OID and line. */
public final class DefinitionReader {

    private final Faults faults = new Faults();
    private final Remarks remarks = new Remarks();

    /**
     * @param content an ODM 2.0 file in Casebook's profile, or an ODM 1.3 file; UTF-8 or as its XML declaration says
     * @throws StudyFileIsFaulty with all faults
     */
    public StudyDefinition read(byte[] content) {
        OdmElement root = new StudyFile(content).read(faults, remarks);
        if (!faults.isEmpty()) {
            // what is not of the profile has no meaning; what else is wrong can be told all the same
            LooseEnds.check(root, faults);
            faults.refuseIfAny();
        }
        KeptParts.tell(root, remarks);
        OdmElement study = only(root, "Study");
        OdmElement version = only(study, "MetaDataVersion");
        OdmIndex index = new OdmIndex(version, faults);
        index.requireUsable(study, study.get("OID"));
        index.requireUsable(version, version.get("OID"));
        new OdmReferences(index, faults).check(version);
        if (version.child("StudyEventDef").isEmpty()) {
            faults.add(version, "It plans no event (StudyEventDef), so that no form could ever be filled.");
        }
        version.child("cb:Recruitment").ifPresent(this::checkRecruitment);
        StudyDefinition definition = definition(root, study, version, index);
        new DefinitionChecks(definition, index, faults).run();
        // steps can be followed only through a study that stands
        faults.refuseIfAny();
        List<TestParticipant> testParticipants =
                new TestParticipantReader(index, faults, definition.forms(), definition.events()).read(version);
        faults.refuseIfAny();
        return definition.triedBy(testParticipants);
    }

    /** What was stripped, repaired or kept as text while the file was read, by line. */
    public List<Remark> remarks() {
        return remarks.list();
    }

    private OdmElement only(OdmElement parent, String name) {
        parent.children(name).stream().skip(1).forEach(more -> faults.add(more, "A file holds one %s only.", name));
        return parent.child(name).orElseThrow();
    }

    private StudyDefinition definition(OdmElement root, OdmElement study, OdmElement version, OdmIndex index) {
        Map<String, CodeListDefinition> codeLists = byOid(version, "CodeList", this::codeList);
        ItemReader items = new ItemReader(index, faults, remarks, codeLists);
        FormReader reader = new FormReader(index, faults, remarks, items);
        Map<String, FormDefinition> forms = reader.read(version);
        Map<String, StudyDefinition.Condition> conditions =
                running(version, "ConditionDef", DefinitionReader::condition);
        conditions.putAll(items.joined());
        List<OdmElement> structure = version.child("Protocol")
                .flatMap(protocol -> protocol.child("StudyStructure"))
                .map(OdmElement::children)
                .orElse(List.of());
        return new StudyDefinition(
                study.get("OID"),
                study.get("StudyName"),
                new TranslatedText(study.texts("Description")),
                version.get("OID"),
                version.get("Name"),
                languages(version),
                structure.stream()
                        .filter(part -> part.name().equals("Arm"))
                        .map(DefinitionReader::arm)
                        .toList(),
                structure.stream()
                        .filter(part -> part.name().equals("Epoch"))
                        .map(DefinitionReader::epoch)
                        .toList(),
                new EventReader(index, faults, remarks, reader, forms).read(version),
                forms,
                codeLists,
                byOid(version, "cb:Unit", DefinitionReader::unit),
                conditions,
                running(version, "MethodDef", DefinitionReader::method),
                criteria(version, index),
                version.child("cb:Randomization")
                        .map(found -> randomization(found, index))
                        .orElse(null),
                List.of(),
                OdmPart.of(root));
    }

    /** Those that are written in the language that runs; the others are kept in the source alone. */
    private <T> Map<String, T> running(OdmElement version, String name, Function<OdmElement, T> reading) {
        Map<String, T> all = new LinkedHashMap<>();
        for (OdmElement element : version.children(name)) {
            if (element.cel().isEmpty()) {
                remarks.add(
                        Remark.Kind.KEPT,
                        element,
                        "It has no expression in CEL (FormalExpression with Context “cel”), so it is kept as text and does not run: %s.",
                        name.equals("ConditionDef")
                                ? "what it would hide is always shown"
                                : "what it would compute is typed");
            } else {
                all.put(element.get("OID"), reading.apply(element));
            }
        }
        return all;
    }

    private static <T> Map<String, T> byOid(OdmElement version, String name, Function<OdmElement, T> reading) {
        Map<String, T> all = new LinkedHashMap<>();
        version.children(name).forEach(element -> all.put(element.get("OID"), reading.apply(element)));
        return all;
    }

    private static List<String> languages(OdmElement version) {
        Set<String> languages = new LinkedHashSet<>(List.of("en"));
        version.children("ItemDef").forEach(item -> languages.addAll(asked(item).keySet()));
        return List.copyOf(languages);
    }

    /** The texts that ask for an item, by language: its Question, else what stands in for it; empty when its Name does. */
    private static Map<String, String> asked(OdmElement definition) {
        return ItemReader.ASKING.stream()
                .map(definition::texts)
                .filter(texts -> !new TranslatedText(texts).isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private static StudyDefinition.Arm arm(OdmElement arm) {
        return new StudyDefinition.Arm(
                arm.get("OID"), TranslatedText.english(arm.get("Name")), new TranslatedText(arm.texts("Description")));
    }

    private static StudyDefinition.Epoch epoch(OdmElement epoch) {
        return new StudyDefinition.Epoch(epoch.get("OID"), new TranslatedText(epoch.title()), sequence(epoch));
    }

    private static int sequence(OdmElement epoch) {
        return epoch.find("SequenceNumber")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    static StudyDefinition.Unit unit(OdmElement unit) {
        return new StudyDefinition.Unit(
                unit.get("OID"),
                TranslatedText.english(unit.get("Name")),
                unit.get("Symbol"),
                unit.find("Standard").orElse(unit.get("OID")),
                new BigDecimal(unit.find("Factor").orElse("1")),
                new BigDecimal(unit.find("Offset").orElse("0")));
    }

    private static StudyDefinition.Condition condition(OdmElement condition) {
        return new StudyDefinition.Condition(
                condition.get("OID"), new TranslatedText(condition.title()), condition.cel());
    }

    private static StudyDefinition.Method method(OdmElement method) {
        return new StudyDefinition.Method(
                method.get("OID"),
                TranslatedText.english(method.get("Name")),
                new TranslatedText(method.title()),
                method.cel());
    }

    private CodeListDefinition codeList(OdmElement list) {
        List<CodeListDefinition.CodeListItem> items = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<OdmElement> inOrder = list.children("CodeListItem").stream()
                .sorted(Comparator.comparingInt(FormReader::order))
                .toList();
        for (OdmElement item : inOrder) {
            String code = item.get("CodedValue");
            if (code.contains(",")) {
                faults.add(item, "The code “%s” holds a comma, which separates codes. Choose another.", code);
            }
            if (!codes.add(code)) {
                faults.add(item, "The code “%s” stands in the list %s twice.", code, list.get("OID"));
            }
            TranslatedText decode = new TranslatedText(item.texts("Decode"));
            items.add(new CodeListDefinition.CodeListItem(
                    code, decode.isEmpty() ? TranslatedText.english(code) : decode, items.size() + 1, rank(item)));
        }
        return new CodeListDefinition(list.get("OID"), new TranslatedText(list.title()), items);
    }

    private BigDecimal rank(OdmElement item) {
        String rank = item.get("Rank");
        if (rank == null || rank.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            return rank == null ? null : new BigDecimal(rank);
        }
        faults.add(item, "Its Rank “%s” is no number.", rank);
        return null;
    }

    private List<CriterionDefinition> criteria(OdmElement version, OdmIndex index) {
        Stream<OdmElement> kinds = version
                .child("Protocol")
                .flatMap(protocol -> protocol.child("InclusionExclusionCriteria"))
                .map(OdmElement::children)
                .orElse(List.of())
                .stream();
        return kinds.flatMap(kind -> kind.children("Criterion").stream().map(criterion -> {
                    index.follow(criterion, "ConditionDef", criterion.get("ConditionOID"))
                            .filter(condition -> condition.cel().isEmpty())
                            .ifPresent(condition -> faults.add(
                                    criterion,
                                    "Its condition %s is not written in CEL, so that nobody could ever be found eligible.",
                                    condition.get("OID")));
                    return new CriterionDefinition(
                            criterion.get("OID"),
                            kind.name().equals("InclusionCriteria"),
                            criterion.get("Name"),
                            new TranslatedText(criterion.title()),
                            criterion.get("ConditionOID"));
                }))
                .toList();
    }

    private RandomizationDefinition randomization(OdmElement element, OdmIndex index) {
        element.find("StudyEventOID").ifPresent(oid -> index.follow(element, "StudyEventDef", oid));
        element.find("UnblindAfter").ifPresent(oid -> index.follow(element, "StudyEventDef", oid));
        List<RandomizationDefinition.ArmShare> ratio = element.children("cb:ArmShare").stream()
                .filter(share -> index.follow(share, "Arm", share.get("ArmOID")).isPresent())
                .map(share ->
                        new RandomizationDefinition.ArmShare(share.get("ArmOID"), Integer.parseInt(share.get("Share"))))
                .toList();
        checkRecruitment(element);
        return new RandomizationDefinition(
                element.isYes("BySite"),
                element.children("cb:Stratum").stream()
                        .map(stratum -> new RandomizationDefinition.Stratum(
                                stratum.get("ItemGroupOID"), stratum.get("ItemOID")))
                        .toList(),
                ratio,
                element.children("cb:BlockSize").stream()
                        .map(size -> Integer.valueOf(size.text()))
                        .toList(),
                element.find("SlotsPerStratum").map(Integer::parseInt).orElse(0),
                element.get("StudyEventOID"),
                element.child("cb:Minimisation")
                        .map(RandomizationDefinition.MinimisationPlan::read)
                        .orElse(null),
                element.find("UnblindAfter").orElse(null));
    }

    /** Months are written by year and month, so that texts compare as dates do. */
    private void checkRecruitment(OdmElement element) {
        String participants = element.find("PlannedParticipants").orElse("");
        String first = element.find("FirstMonth").orElse("");
        String last = element.find("LastMonth").orElse("");
        if ((participants + first + last).isEmpty()) {
            return;
        }
        if (participants.isEmpty() || first.isEmpty() || last.compareTo(first) < 0) {
            faults.add(
                    element,
                    "PlannedParticipants, FirstMonth and LastMonth go together, and the last month is not before the first.");
        }
    }
}
