package org.casebook.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casebook.odm.OdmElement;

/** Texts of ODM 1.3 elements in their languages. */
final class Texts {

    private static final int SHOWN = 200;

    private Texts() {}

    /** The texts inside this child by language, without empty ones; empty when there are none. */
    static Map<String, String> of(OdmElement element, String inside) {
        Map<String, String> texts = new LinkedHashMap<>(element.texts(inside));
        texts.values().removeIf(String::isBlank);
        return texts;
    }

    /** One text in English. */
    static Map<String, String> english(String text) {
        return text == null || text.isBlank() ? Map.of() : Map.of("en", text);
    }

    /** So much of a text as a remark can show, on one line. */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
