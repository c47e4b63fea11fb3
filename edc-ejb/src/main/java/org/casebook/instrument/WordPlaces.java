package org.casebook.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.casebook.odm.OdmPart;

/** Where the words stand of what people see of a form: titles, questions, help, the ends of a scale, answers. */
final class WordPlaces {

    private static final String TITLE = "title";
    private static final String HELP = "help";
    private static final String ANSWER = "answer:";
    private static final String LANGUAGE = "xml:lang";
    private static final String SCALE = "cb:Scale";
    private static final String TEXT = "TranslatedText";

    /** Words of an item that stand in an element of their own. */
    private static final Map<String, String> OF_ITEM =
            new TreeMap<>(Map.of("question", "Question", HELP, "CRFCompletionInstructions"));

    private static final Map<String, String> OF_SCALE =
            new TreeMap<>(Map.of("low", "cb:LowLabel", "high", "cb:HighLabel"));

    private WordPlaces() {}

    /** The places of a definition with their texts by language; a place may have none. Empty for what people do not see. */
    static Map<String, Map<String, String>> of(OdmPart part) {
        Map<String, Map<String, String>> places = new LinkedHashMap<>();
        switch (part.name()) {
            case Parts.FORM -> {
                places.put(TITLE, texts(part.child("Description"), TEXT));
                places.put(HELP, texts(part, "cb:Help"));
            }
            case "ItemDef" -> {
                places.put("question", texts(part.child(OF_ITEM.get("question")), TEXT));
                places.put(HELP, texts(part.child(OF_ITEM.get(HELP)), TEXT));
                if (!part.child(SCALE).isNone()) {
                    OF_SCALE.forEach((place, element) -> places.put(place, texts(part.child(SCALE), element)));
                }
            }
            case "CodeList" ->
                Parts.children(part, "CodeListItem")
                        .forEach(answer -> places.put(
                                ANSWER + answer.attributes().get("CodedValue"), texts(answer.child("Decode"), TEXT)));
            default -> {
                // nothing of it is seen
            }
        }
        return places;
    }

    private static Map<String, String> texts(OdmPart holder, String element) {
        Map<String, String> texts = new LinkedHashMap<>();
        Parts.children(holder, element)
                .forEach(text -> texts.put(text.attributes().getOrDefault(LANGUAGE, "en"), text.text()));
        return texts;
    }

    /** The definition with a text at one of its places; empty where it has no such place. */
    static Optional<OdmPart> with(OdmPart part, String place, String language, String text) {
        if (!of(part).containsKey(place)) {
            return Optional.empty();
        }
        if (place.startsWith(ANSWER)) {
            String code = place.substring(ANSWER.length());
            return Optional.of(Parts.changed(
                    part,
                    answer -> answer.name().equals("CodeListItem")
                                    && code.equals(answer.attributes().get("CodedValue"))
                            ? within(answer, "Decode", language, text)
                            : answer));
        }
        if (OF_SCALE.containsKey(place)) {
            OdmPart scale = part.child(SCALE);
            OdmPart labelled = put(scale, OF_SCALE.get(place), Map.of(), language, text);
            return Optional.of(part.withChildren(Parts.replaced(part.children(), scale, labelled)));
        }
        if (part.name().equals(Parts.FORM)) {
            return Optional.of(
                    place.equals(TITLE)
                            ? within(part, "Description", language, text)
                            : put(part, "cb:Help", Map.of(), language, text));
        }
        return Optional.of(within(part, OF_ITEM.get(place), language, text));
    }

    /** The text in the element that holds the translations, which is made where there is none. */
    private static OdmPart within(OdmPart part, String holder, String language, String text) {
        OdmPart own = part.child(holder);
        OdmPart there = own.isNone() ? new OdmPart(holder, Map.of(), List.of(), "") : own;
        OdmPart now = put(there, TEXT, Map.of("Type", "text/plain"), language, text);
        List<OdmPart> children = new ArrayList<>(part.children());
        children.removeIf(child -> child == own);
        children.add(now);
        return part.withChildren(children);
    }

    private static OdmPart put(OdmPart holder, String element, Map<String, String> more, String language, String text) {
        Map<String, String> attributes = new LinkedHashMap<>(more);
        attributes.put(LANGUAGE, language);
        Predicate<OdmPart> same = child -> child.name().equals(element)
                && language.equals(child.attributes().getOrDefault(LANGUAGE, "en"));
        OdmPart now = new OdmPart(element, attributes, List.of(), text);
        boolean known = holder.children().stream().anyMatch(same);
        List<OdmPart> children = new ArrayList<>();
        holder.children().forEach(child -> children.add(same.test(child) ? now : child));
        if (!known) {
            children.add(now);
        }
        return holder.withChildren(children);
    }
}
