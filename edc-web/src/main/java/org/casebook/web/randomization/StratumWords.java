package org.casebook.web.randomization;

import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.definition.RandomizationDefinition.Factor;
import org.casebook.definition.StudyDefinition;

/** Codes of stratum items in the words of the study. */
final class StratumWords {

    private StratumWords() {}

    /**
     * @param codes by the item's name; the site's under its own
     * @return what the codes mean, parted by commas; empty where there is none
     */
    static String of(StudyDefinition study, Map<String, String> codes) {
        return codes.entrySet().stream().map(one -> word(study, one)).collect(Collectors.joining(", "));
    }

    private static String word(StudyDefinition study, Map.Entry<String, String> one) {
        if (one.getKey().equals(Factor.SITE)) {
            return one.getValue();
        }
        String[] name = one.getKey().split("/", 2);
        return study.findItem(name[0], name[1])
                .flatMap(item -> item.codeList().find(one.getValue()))
                .map(code -> code.decode().shown())
                .orElse(one.getValue());
    }
}
