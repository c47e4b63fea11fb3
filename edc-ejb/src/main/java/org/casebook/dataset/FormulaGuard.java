package org.casebook.dataset;

/**
 * Keeps a spreadsheet from running a participant's text as a formula (CWE-1236), in a way that can be undone.
 *
 * <p>A text that begins with {@code = + - @}, a tab, a carriage return or an apostrophe gets one apostrophe in front: whoever
 * reads the file with a program takes one leading apostrophe away and has the text as typed. Numbers and dates are
 * never touched. The ODM files hold every text as it is.
 */
final class FormulaGuard {

    static final String RULE = "A text cell that begins with one of = + - @ ' tab or carriage return has one apostrophe"
            + " put in front of it, so that a spreadsheet shows it and does not run it. To have the text as typed, take"
            + " one leading apostrophe away. Numbers and dates are never touched; the ODM files hold every text"
            + " as typed.";

    private static final String DANGEROUS = "=+-@'\t\r";

    private FormulaGuard() {}

    static String guard(String text) {
        boolean dangerous = text != null && !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
        return dangerous ? "'" + text : text;
    }
}
