package org.casebook.subject;

/**
 * Which participants to list; null parts mean any.
 *
 * @param status only those in this status
 * @param text part of the screening or randomisation number, in any case
 * @param first index of the first, from 0, ordered by screening number
 * @param size at most so many, 1 to 1000
 */
public record SubjectFilter(SubjectStatus status, String text, int first, int size) {

    private static final int LARGEST_PAGE = 1000;

    /** Every participant, as many as one page holds. */
    public static final SubjectFilter ALL = new SubjectFilter(null, null, 0, LARGEST_PAGE);

    public SubjectFilter {
        text = text == null || text.isBlank() ? null : text.strip();
        first = Math.max(0, first);
        size = Math.min(LARGEST_PAGE, Math.max(1, size));
    }

    /** The text as a pattern for LIKE, with its own wildcards taken literally. */
    String pattern() {
        return text == null
                ? null
                : "%" + text.toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
