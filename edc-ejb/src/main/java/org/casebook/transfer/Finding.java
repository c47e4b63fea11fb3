package org.casebook.transfer;

/**
 * What one value of a file means for the study as it stands, or why it cannot be taken.
 *
 * @param line line in the file, from 1
 * @param subject participant as the file calls it
 * @param event visit; null where none is concerned
 * @param form form; null where none is concerned
 * @param row what tells rows of a log apart in the file; null for forms of visits
 * @param item item; null where a form or participant as a whole is meant
 * @param before what is held now; null: nothing
 * @param after what the file gives; null: nothing
 * @param sentence what to know about it; null: nothing beyond the kind
 */
public record Finding(
        int line,
        String subject,
        String event,
        String form,
        String row,
        String item,
        Kind kind,
        String before,
        String after,
        String sentence) {

    /** What becomes of it when the file is taken. */
    public enum Kind {
        /** It is stored where nothing is. */
        NEW,
        /** It is there already; nothing changes. */
        SAME,
        /** It replaces what is there, with a reason. */
        DIFFERENT,
        /** What is there goes, with a reason. */
        REMOVED,
        /** The study computes it itself; the file's value is not taken. */
        COMPUTED,
        /** It cannot be taken; while there is one, nothing of the file is. */
        FAULT
    }

    /**
     * Without values and sentence.
     *
     * @param seat null where the participant as a whole is meant
     */
    static Finding at(int line, String subject, SubjectComparison.Seat seat, String item, Kind kind) {
        return seat == null
                ? new Finding(line, subject, null, null, null, item, kind, null, null, null)
                : new Finding(line, subject, seat.event(), seat.form(), seat.row(), item, kind, null, null, null);
    }

    /** The same place with another sentence. */
    Finding saying(String other) {
        return saying(before, after, other);
    }

    /** The same place with this kind and sentence. */
    Finding as(Kind other, String why) {
        return new Finding(line, subject, event, form, row, item, other, before, after, why);
    }

    /** The same place with these values and this sentence. */
    Finding saying(String held, String given, String other) {
        return new Finding(line, subject, event, form, row, item, kind, held, given, other);
    }
}
