package org.casebook.odm;

import java.io.Serializable;

/**
 * One thing that was not taken as it stands in a study file, and what became of it. A file with remarks is read; a file with
 * faults is not.
 *
 * @param kind what became of it
 * @param element name of the element, for example {@code ItemDef}; empty when the file as a whole is meant
 * @param oid OID that the element has or refers to; empty when there is none
 * @param line line in the file of the first place that is meant, from 1; 0 when unknown
 * @param sentence what was found and what became of it
 */
public record Remark(Kind kind, String element, String oid, int line, String sentence) implements Serializable {

    /** What became of a part of the file. */
    public enum Kind {
        /** Left out: the study does without it. */
        STRIPPED,
        /** Read as something else than what is written, by a documented repair. */
        REPAIRED,
        /** Kept as text; nothing acts on it. */
        KEPT
    }

    @Override
    public String toString() {
        String where = element.isEmpty() ? "" : element + (oid.isEmpty() ? "" : " " + oid) + ": ";
        return (line > 0 ? "Line " + line + ", " : "") + where + sentence;
    }
}
