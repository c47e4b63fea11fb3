package org.casebook.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.odm.OdmPart;

/** What people call the elements of a study file, and by what they are told apart. */
final class ElementWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("StudyEventGroupDef", "Part of the schedule"),
            Map.entry("StudyEventGroupRef", "Part of the schedule"),
            Map.entry("StudyEventDef", "Visit"),
            Map.entry("StudyEventRef", "Visit"),
            Map.entry("ItemGroupDef", "Form"),
            Map.entry("ItemGroupRef", "Form"),
            Map.entry("ItemDef", "Item"),
            Map.entry("ItemRef", "Item"),
            Map.entry("CodeListItem", "Code"),
            Map.entry("ConditionDef", "Condition"),
            Map.entry("MethodDef", "Method"),
            Map.entry("RangeCheck", "Check"),
            Map.entry("RelativeTimingConstraint", "Timing"),
            Map.entry("CommentDef", "Comment"),
            Map.entry("CRFCompletionInstructions", "Help"),
            Map.entry("cb:Help", "Help"),
            Map.entry("FormalExpression", "Expression"));

    /** They hold other elements and say nothing themselves. */
    private static final Set<String> SILENT = Set.of(
            "Study",
            "MetaDataVersion",
            "Protocol",
            "StudyStructure",
            "StudyTimings",
            "StudyTiming",
            "InclusionExclusionCriteria",
            "TranslatedText",
            "Code");

    /** What names an element among its brothers, the strongest first. */
    private static final List<String> NAMES =
            List.of("OID", "cb:OID", "ItemOID", "ItemGroupOID", "StudyEventOID", "StudyEventGroupOID", "CodedValue");

    private ElementWords() {}

    /** In words; empty for what only holds others. */
    static String of(OdmPart part) {
        if (SILENT.contains(part.name())) {
            return "";
        }
        if (part.name().equals("ItemGroupDef")
                && "Section".equals(part.attributes().get("Type"))) {
            return "Section";
        }
        if (part.name().equals("StudyEventDef")
                && "Common".equals(part.attributes().get("Type"))) {
            return "Log";
        }
        return WORDS.getOrDefault(part.name(), spaced(part.name()));
    }

    /** An attribute in words: {@code SignificantDigits} becomes {@code Significant digits}. */
    static String ofAttribute(String name) {
        return spaced(name);
    }

    private static String spaced(String name) {
        String[] words = name.replaceFirst("^(cb|xml):", "").split("(?<=[a-z])(?=[A-Z])");
        for (int i = 1; i < words.length; i++) {
            // abbreviations such as OID keep their capitals
            words[i] = words[i].matches("[A-Z]+") ? words[i] : words[i].toLowerCase(Locale.ROOT);
        }
        return String.join(" ", words);
    }

    /** The OID, code or reference that names it; empty when it has none. */
    static Optional<String> nameOf(OdmPart part) {
        if (part.name().equals("MetaDataVersion")) {
            // there is one in a file, and each version has its own OID
            return Optional.empty();
        }
        Stream<String> other = part.attributes().keySet().stream()
                .filter(name -> name.endsWith("OID") && part.name().endsWith("Ref"))
                .sorted();
        return Stream.concat(NAMES.stream(), other)
                .map(name -> part.attributes().get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What tells it apart from its brothers of the same name; empty when only its content does. */
    static String keyOf(OdmPart part) {
        Map<String, String> attributes = part.attributes();
        if (part.name().equals("MetaDataVersion")) {
            return "";
        }
        return nameOf(part)
                .or(() -> Stream.of("xml:lang", "Context", "ArmOID", "Name", "Library")
                        .filter(attributes::containsKey)
                        .map(attributes::get)
                        .findFirst())
                .orElse("");
    }

    /** What people call it: its question, description or name in English or the first language. */
    static String titleOf(OdmPart part) {
        for (String words : List.of("Question", "Decode", "Description")) {
            List<OdmPart> texts = part.child(words).children();
            Optional<String> english = texts.stream()
                    .filter(text -> "en".equals(text.attributes().get("xml:lang")))
                    .findFirst()
                    .or(() -> texts.stream().findFirst())
                    .map(OdmPart::text);
            if (english.filter(text -> !text.isBlank()).isPresent()) {
                return english.get();
            }
        }
        return part.attributes().getOrDefault("Name", "");
    }

    /** Everything that an element says, in one line: what was added or removed whole. */
    static String everything(OdmPart part) {
        StringBuilder said = new StringBuilder();
        part.attributeNames().stream()
                .filter(name -> !name.equals("OrderNumber") && !name.equals("OID"))
                .forEach(name -> said.append(said.isEmpty() ? "" : ", ")
                        .append(ofAttribute(name))
                        .append(": ")
                        .append(part.attributes().get(name)));
        if (!part.text().isEmpty()) {
            said.append(said.isEmpty() ? "" : ", ").append(part.text());
        }
        part.children().forEach(child -> {
            String word = of(child);
            String below = everything(child);
            said.append(said.isEmpty() ? "" : "; ").append(word).append(word.isEmpty() || below.isEmpty() ? "" : " ");
            said.append(word.isEmpty() ? below : "(" + below + ")");
        });
        return said.toString();
    }
}
