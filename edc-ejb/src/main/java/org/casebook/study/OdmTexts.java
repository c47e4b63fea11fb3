package org.casebook.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebook.odm.OdmElement;

/** Reads texts in several languages from a study file. */
final class OdmTexts {

    private static final String DEFAULT_LANGUAGE = "en";

    private OdmTexts() {}

    /** The TranslatedTexts inside a child, for example Question or Description; none when it is absent. */
    static TranslatedText in(OdmElement element, String child) {
        return element.child(child)
                .map(found -> collect(found, "TranslatedText"))
                .orElse(TranslatedText.NONE);
    }

    /** The children of this name, each a text in one language. */
    static TranslatedText collect(OdmElement element, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        element.children(name).forEach(text -> texts.put(text.find("xml:lang").orElse(DEFAULT_LANGUAGE), text.text()));
        return new TranslatedText(texts);
    }

    /** The description, else the Name attribute. */
    static TranslatedText name(OdmElement element) {
        TranslatedText description = in(element, "Description");
        return description.isEmpty() ? TranslatedText.english(element.get("Name")) : description;
    }

    /** The CEL text of a condition, method or check; empty when there is none in CEL. */
    static String cel(OdmElement element) {
        return element.children("FormalExpression").stream()
                .filter(expression -> "cel".equals(expression.get("Context")))
                .flatMap(expression -> expression.child("Code").stream())
                .map(OdmElement::text)
                .findFirst()
                .orElse("");
    }
}
