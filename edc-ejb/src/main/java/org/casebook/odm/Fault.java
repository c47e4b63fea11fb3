package org.casebook.odm;

import java.io.Serializable;
import org.casebook.kernel.Words;

/**
 * One thing wrong in a study file.
 *
 * @param element name of the element, for example {@code ItemDef}; empty when the file as a whole is meant
 * @param oid OID that the element has or refers to; empty when there is none
 * @param line line in the file, from 1; 0 when unknown
 * @param sentence what is wrong and how to mend it
 */
public record Fault(String element, String oid, int line, String sentence) implements Serializable {

    private static final int LONGEST = 2000;

    /** What is quoted, and all of it, is shortened: people are to read it. */
    public Fault {
        element = Words.quoted(element);
        oid = Words.quoted(oid);
        sentence = Words.shortened(sentence, LONGEST);
    }

    @Override
    public String toString() {
        String where = element.isEmpty() ? "" : element + (oid.isEmpty() ? "" : " " + oid) + ": ";
        return (line > 0 ? "Line " + line + ", " : "") + where + sentence;
    }
}
