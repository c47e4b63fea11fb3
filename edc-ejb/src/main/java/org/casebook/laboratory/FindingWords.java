package org.casebook.laboratory;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;

/**
 * What a form tells of the range by which a value was judged, in the reader's language. What is stored is English and says more:
 * the number of the range with its version, and all that it was chosen for; it stands in the item's history.
 */
public final class FindingWords {

    private static final Pattern JUDGED =
            Pattern.compile("(?<begin>.*), (?<ages>[^,]*), from (?<from>\\d{4}-\\d\\d-\\d\\d)"
                    + "( to (?<to>\\d{4}-\\d\\d-\\d\\d))?; range \\d+\\.\\d+(; for .*)?");
    private static final Pattern NO_RANGE = Pattern.compile("no range(?<unit> in a unit of this item)?"
            + "; for (?<value>.*?)( at (?<at>.*))?, (?<sex>[^,]*), (?<age>[^,]*), (?<date>[^,]*)");
    private static final Pattern AGES =
            Pattern.compile("(?<least>≥)?(?<under><)?(?<one>\\d+)(–(?<two>\\d+))? (?<unit>years|months)");

    private FindingWords() {}

    /**
     * @param stored as {@link LaboratoryValue.Finding#range} tells it
     * @return in the reader's language; as stored when it is told in no way that is known
     */
    public static String shown(String stored) {
        Matcher judged = JUDGED.matcher(stored);
        if (judged.matches()) {
            Sentence dates = judged.group("to") == null
                    ? said("since", judged.group("from"))
                    : said("fromTo", judged.group("from"), judged.group("to"));
            return said("range", judged.group("begin"), ages(judged.group("ages")), dates)
                    .in(Language.ofReader());
        }
        Matcher none = NO_RANGE.matcher(stored);
        return none.matches() ? noRange(none).in(Language.ofReader()) : stored;
    }

    private static Sentence noRange(Matcher told) {
        Serializable value =
                told.group("at") == null ? told.group("value") : said("at", told.group("value"), told.group("at"));
        return said(
                told.group("unit") == null ? "noRange" : "noRangeInUnit",
                value,
                told.group("sex").equals("sex not known") ? said("sexUnknown") : told.group("sex"),
                ages(told.group("age")),
                told.group("date").startsWith("date") ? said("dateUnknown") : told.group("date"));
    }

    private static Serializable ages(String told) {
        if (told.equals("all ages")) {
            return said("allAges");
        }
        if (told.equals("age not known")) {
            return said("ageUnknown");
        }
        Matcher ages = AGES.matcher(told);
        if (!ages.matches()) {
            return told;
        }
        Sentence unit = said(ages.group("unit"));
        if (ages.group("two") != null) {
            return said("between", ages.group("one"), ages.group("two"), unit);
        }
        String key = ages.group("least") != null ? "atLeast" : ages.group("under") != null ? "under" : "aged";
        return said(key, ages.group("one"), unit);
    }

    private static Sentence said(String key, Serializable... parts) {
        return Sentence.of("laboratory", key, parts);
    }
}
