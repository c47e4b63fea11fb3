package org.casebook.kernel;

import java.util.Optional;

/**
 * Where something happens: a study, and one of its sites or all of them.
 *
 * <p>The first argument of every boundary method and finder that touches a study. A record outside the
 * scope does not exist for the caller.
 *
 * @param study key of the study ({@link StudyKey}): its OID, for a copy with the kind behind it; never blank
 * @param site number of the site as printed on its forms (for example {@code 101}); null means every site
 */
public record Scope(String study, String site) {

    public Scope {
        if (study == null || study.isBlank()) {
            throw new Invalid(Sentence.of("kernel", "noStudy"));
        }
        if (site != null && site.isBlank()) {
            site = null;
        }
    }

    /** The whole study, every site of it. */
    public static Scope of(String study) {
        return new Scope(study, null);
    }

    public static Scope of(String study, String site) {
        return new Scope(study, site);
    }

    /** Whether the study is for tests or training, without participants. */
    public boolean isCopy() {
        return !StudyKey.parse(study).isProduction();
    }

    public boolean wholeStudy() {
        return site == null;
    }

    public Optional<String> siteNumber() {
        return Optional.ofNullable(site);
    }

    /** Whether a record of the given study and site lies within this scope. */
    public boolean covers(String otherStudy, String otherSite) {
        return study.equals(otherStudy) && (site == null || site.equals(otherSite));
    }

    @Override
    public String toString() {
        return wholeStudy() ? study : study + "/" + site;
    }
}
