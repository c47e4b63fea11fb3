package org.casebook.laboratory;

/**
 * A laboratory.
 *
 * @param code 1 to 20 letters, digits, points, hyphens, underscores; one in the study, whatever its case
 * @param name as people call it
 * @param site number of the only site that it serves; null: all
 */
public record LaboratoryView(String code, String name, String site) {

    public LaboratoryView {
        site = site == null || site.isBlank() ? null : site.strip();
        code = code == null ? null : code.strip();
    }
}
