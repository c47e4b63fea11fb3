package org.casebook.it.job;

import java.util.Map;

/**
 * One of the participants that are equal but for the arm.
 *
 * @param subject screening number
 * @param number randomisation number
 * @param crosses whether it is of the arm that has a later period
 * @param forms ids of its forms, by visit and form, as {@code SE_M6/SCORE}; hidden ones among them
 */
record Canary(String subject, String number, boolean crosses, Map<String, Long> forms) {

    /** A form of this participant at a visit that everybody knows, or one that its arm alone has; 999999999 for none yet. */
    long form(boolean hidden) {
        String at = !hidden ? "SE_M6" : crosses ? "SE_X" : "SE_OPEN";
        return forms.getOrDefault(at + "/SCORE", 999_999_999L);
    }

    /** The row of a log; 999999999 for none yet. */
    long row(String log) {
        return forms.entrySet().stream()
                .filter(form ->
                        !form.getKey().startsWith("SE_") && form.getKey().endsWith("/" + log))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(999_999_999L);
    }
}
