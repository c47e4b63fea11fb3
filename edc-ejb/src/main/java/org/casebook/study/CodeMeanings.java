package org.casebook.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebook.definition.TranslatedText;
import org.casebook.odm.OdmPart;

/** Whether the codes of two lists mean the same, by their words. */
final class CodeMeanings {

    private CodeMeanings() {}

    /** What became of a code: the same words in a language of both, other words, or no language that both have. */
    enum TurnKind {
        SAME,
        OTHER,
        UNKNOWN
    }

    /** The words of one code before and now: in one language, or in other languages altogether. */
    record Turn(TurnKind kind, String before, String now) {

        String sentence(String code, String version) {
            if (kind == TurnKind.UNKNOWN) {
                return "The code %s meant “%s” in the released version %s and stands here in other languages only, with “%s”. Keep its words in a language of before beside the new ones."
                        .formatted(code, before, version, now);
            }
            return "The code %s meant “%s” in the released version %s and means “%s” here. Take a new code for the new meaning, or keep the words."
                    .formatted(code, before, version, now);
        }
    }

    /** What became of each code that both lists have with words. */
    static Map<String, Turn> turned(OdmPart before, OdmPart now) {
        Map<String, Turn> turned = new LinkedHashMap<>();
        Map<String, Map<String, String>> older = decodes(before);
        decodes(now).forEach((code, is) -> {
            Map<String, String> was = older.getOrDefault(code, Map.of());
            if (!was.isEmpty() && !is.isEmpty()) {
                turned.put(code, turn(was, is));
            }
        });
        return turned;
    }

    private static Turn turn(Map<String, String> was, Map<String, String> is) {
        List<String> both = is.keySet().stream().filter(was::containsKey).toList();
        if (both.isEmpty()) {
            return new Turn(TurnKind.UNKNOWN, first(was), first(is));
        }
        return both.stream()
                .filter(language -> !words(was.get(language)).equals(words(is.get(language))))
                .findFirst()
                .map(language -> new Turn(TurnKind.OTHER, was.get(language), is.get(language)))
                .orElseGet(() -> new Turn(TurnKind.SAME, "", ""));
    }

    private static String first(Map<String, String> texts) {
        return texts.values().iterator().next();
    }

    private static Map<String, Map<String, String>> decodes(OdmPart list) {
        Map<String, Map<String, String>> decodes = new LinkedHashMap<>();
        list.children().stream()
                .filter(child -> child.name().equals("CodeListItem"))
                .forEach(child -> decodes.put(child.attributes().get("CodedValue"), texts(child, "Decode")));
        return decodes;
    }

    private static Map<String, String> texts(OdmPart part, String inside) {
        Map<String, String> texts = new LinkedHashMap<>();
        part.child(inside).children().stream()
                .filter(child -> child.name().equals("TranslatedText"))
                .forEach(child ->
                        texts.put(child.attributes().getOrDefault("xml:lang", TranslatedText.ENGLISH), child.text()));
        return texts;
    }

    /** Another spelling of the same words is no other meaning. */
    static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
