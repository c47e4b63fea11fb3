package org.casebook.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.casebook.rules.DataType;

/**
 * Everybody, whoever gave one answer, or whoever received one treatment.
 *
 * @param question what its members have in common; null for everybody
 * @param answer which of it; null for everybody
 */
record ResponseGroup(String question, String answer, Predicate<String> members) {

    /**
     * In the order in which they are shown.
     *
     * @param arms participants by treatment; empty while the study is blinded
     */
    static List<ResponseGroup> all(
            OutcomePlan plan, ResponseDefinition used, Measurements values, Map<String, Set<String>> arms) {
        List<ResponseGroup> groups = new ArrayList<>(List.of(new ResponseGroup(null, null, subject -> true)));
        String treatment = word("treatment");
        arms.forEach((arm, subjects) -> groups.add(new ResponseGroup(treatment, arm, subjects::contains)));
        used.subgroups().stream()
                .map(plan::item)
                .flatMap(Optional::stream)
                .forEach(item -> answers(item)
                        .forEach((code, answer) -> groups.add(new ResponseGroup(
                                item.question().shown(),
                                answer,
                                subject -> values.answered(subject, item.oid(), code)))));
        return groups;
    }

    /** What can be answered, by its code, in the reader's language; nothing where an item has no codes. */
    private static Map<String, String> answers(ItemDefinition item) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (item.type() == DataType.BOOLEAN) {
            answers.put("true", word("yes"));
            answers.put("false", word("no"));
        } else if (item.codeList() != null) {
            item.codeList()
                    .items()
                    .forEach(code -> answers.put(code.code(), code.decode().shown()));
        }
        return answers;
    }

    private static String word(String key) {
        return Sentence.of("outcome", key).in(Language.ofReader());
    }

    ResponseTable.Group drawn(ResponsePolicy policy, List<TimePoint> points, TimePoint initial) {
        int followedFrom = points.indexOf(initial);
        List<ResponseTable.Cell> cells = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            cells.add(policy.cell(members, points.get(i).event(), initial.event(), i > followedFrom));
        }
        return new ResponseTable.Group(question, answer, policy.size(members), cells);
    }
}
