package org.casebook.audit;

/**
 * What part of the trail to show; null means any.
 *
 * @param first index of the first line, from 0, newest line first
 * @param size lines at most, 1 to 500
 */
public record TrailFilter(String subject, String username, String action, int first, int size) {

    private static final int LARGEST_PAGE = 500;

    public TrailFilter {
        subject = blankToNull(subject);
        username = blankToNull(username);
        action = blankToNull(action);
        first = Math.max(0, first);
        size = Math.min(LARGEST_PAGE, Math.max(1, size));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
