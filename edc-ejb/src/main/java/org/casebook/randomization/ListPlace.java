package org.casebook.randomization;

import java.util.Map;
import org.casebook.allotment.Levels;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.Factor;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/**
 * What a list is for.
 *
 * @param site number; empty where sites are no strata
 * @param codes of the stratum items
 */
record ListPlace(String study, String site, Levels codes) {

    static ListPlace of(Scope place, Levels codes) {
        return new ListPlace(place.study(), place.wholeStudy() ? "" : place.site(), codes);
    }

    /**
     * Where a participant belongs.
     *
     * @param known codes of the participant's stratum items; none may be missing
     */
    static ListPlace of(Participant participant, RandomizationDefinition plan, Map<String, String> known) {
        Levels codes = Levels.NONE;
        for (RandomizationDefinition.Stratum item : plan.items()) {
            codes = codes.and(item.name(), known.get(item.name()));
        }
        return new ListPlace(participant.study(), plan.bySite() ? participant.site() : "", codes);
    }

    /** What decided about the list: the site where it does, and the codes. */
    Levels levels() {
        Levels all = site.isEmpty() ? Levels.NONE : Levels.NONE.and(Factor.SITE, site);
        for (Map.Entry<String, String> code : codes.codes().entrySet()) {
            all = all.and(code.getKey(), code.getValue());
        }
        return all;
    }

    /** The level of each factor, the site's too where it is one. */
    static Levels levels(Participant participant, RandomizationDefinition plan, Map<String, String> known) {
        Levels levels = Levels.NONE;
        for (Factor factor : plan.minimisation().factors()) {
            levels = levels.and(factor.name(), factor.isSite() ? participant.site() : known.get(factor.name()));
        }
        return levels;
    }
}
