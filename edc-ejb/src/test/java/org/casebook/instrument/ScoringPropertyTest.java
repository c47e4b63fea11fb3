package org.casebook.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.casebook.definition.ItemDefinition;

/**
 * What holds of every instrument whatever is answered, also where nobody has published a number to compare with: scores stay in
 * their range, are there just when enough is answered, and go where their direction says.
 */
class ScoringPropertyTest {

    private static final int TRIES = 150;

    /** The sums and means, as their authors write them: worked out in whole numbers, apart from the expressions. */
    private record Formula(String form, int times, int low, int perItem, boolean scaled) {

        BigDecimal of(List<Integer> answered, int items) {
            long sum = answered.stream().mapToInt(Integer::intValue).sum() - (long) low * answered.size();
            long over = (long) perItem * (scaled ? answered.size() : items);
            return new BigDecimal(sum * times).divide(new BigDecimal(over), 2, RoundingMode.HALF_UP);
        }
    }

    private static final List<Formula> FORMULAS = List.of(
            new Formula("QBPDS", 100, 0, 5, true),
            new Formula("ODI", 100, 0, 5, true),
            new Formula("FRI", 100, 0, 4, true),
            new Formula("LEFS", 80, 0, 4, false),
            new Formula("UEFI", 80, 0, 4, false),
            new Formula("UEFS", 80, 0, 10, false),
            new Formula("QDASH", 100, 1, 4, true));

    @Provide
    Arbitrary<String> instruments() {
        return Arbitraries.of(Library.files().keySet());
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return Arbitraries.of(FORMULAS);
    }

    /** Answers by chance within their limits, so many in a hundred left blank. */
    private static Map<String, String> answers(Sheet sheet, long seed, int blank) {
        Random random = new Random(seed);
        Map<String, String> answers = new LinkedHashMap<>();
        for (ItemDefinition item : sheet.questions()) {
            int low = sheet.lowest(item);
            int answer = low + random.nextInt(sheet.highest(item) - low + 1);
            if (random.nextInt(100) >= blank) {
                answers.put(item.oid(), String.valueOf(answer));
            }
        }
        return answers;
    }

    @Property(tries = TRIES)
    void scores_stay_in_the_range_that_the_instrument_says(
            @ForAll("instruments") String form, @ForAll long seed, @ForAll @IntRange(max = 90) int blank) {
        Sheet sheet = Sheet.of(form);
        Map<String, BigDecimal> scores = sheet.scores(answers(sheet, seed, blank));
        for (Score score : sheet.instrument.scores()) {
            if (scores.containsKey(score.itemOid())) {
                assertThat(scores.get(score.itemOid())).isBetween(score.low(), score.high());
            }
        }
    }

    @Property(tries = TRIES)
    void a_score_is_there_just_when_as_many_items_are_answered_as_the_instrument_says(
            @ForAll("instruments") String form, @ForAll long seed, @ForAll @IntRange(max = 90) int blank) {
        Assume.that(!form.equals("RMDQ"));
        Sheet sheet = Sheet.of(form);
        Map<String, String> answers = answers(sheet, seed, blank);
        Map<String, BigDecimal> scores = sheet.scores(answers);
        for (Score score : sheet.instrument.scores()) {
            List<String> parts = parts(sheet, score);
            assertThat(parts).as(score.itemOid()).hasSize(score.items());
            long there = parts.stream()
                    .filter(part -> answers.containsKey(part) || scores.containsKey(part))
                    .count();
            assertThat(scores.containsKey(score.itemOid()))
                    .as("%s with %d of %d", score.itemOid(), there, score.items())
                    .isEqualTo(there >= score.least());
        }
    }

    /** A table is looked up by the raw score, which is made of the items. */
    private static List<String> parts(Sheet sheet, Score score) {
        List<String> parts = sheet.partsOf(score);
        if (parts.equals(List.of("PGMRAW"))) {
            return sheet.questions().stream().map(ItemDefinition::oid).toList();
        }
        return parts;
    }

    @Property(tries = TRIES)
    void sums_and_means_are_those_of_their_authors_to_the_last_digit(
            @ForAll("formulas") Formula formula, @ForAll long seed, @ForAll @IntRange(max = 20) int blank) {
        Sheet sheet = Sheet.of(formula.form());
        Map<String, String> answers = answers(sheet, seed, blank);
        Score score = sheet.instrument.scores().get(0);
        BigDecimal given = sheet.scores(answers).get(score.itemOid());
        if (answers.size() < score.least()) {
            assertThat(given).isNull();
            return;
        }
        List<Integer> answered = answers.values().stream().map(Integer::valueOf).toList();
        assertThat(given).isEqualByComparingTo(formula.of(answered, score.items()));
    }

    @Property(tries = TRIES)
    void a_worse_answer_never_makes_a_score_better_where_answers_and_score_go_the_same_way(
            @ForAll("formulas") Formula formula, @ForAll long seed, @ForAll @IntRange(max = 19) int at) {
        Sheet sheet = Sheet.of(formula.form());
        Map<String, String> answers = answers(sheet, seed, 0);
        BigDecimal before = sheet.scores(answers).get(formula.form() + "SCORE");
        ItemDefinition item = sheet.questions().get(at % sheet.questions().size());
        int raised = Integer.parseInt(answers.get(item.oid())) + 1;
        Assume.that(raised <= sheet.highest(item));
        answers.put(item.oid(), String.valueOf(raised));
        assertThat(sheet.scores(answers).get(formula.form() + "SCORE")).isGreaterThan(before);
    }

    /** Whichever way an item of a survey goes, it goes the same way from its first answer to its last. */
    @Property(tries = TRIES)
    void an_item_of_a_survey_moves_a_scale_one_way(@ForAll long seed, @ForAll @IntRange(min = 1, max = 36) int number) {
        for (String form : List.of("RAND36", "SF36")) {
            Sheet sheet = Sheet.of(form);
            Map<String, String> answers = answers(sheet, seed, 0);
            ItemDefinition item = sheet.questions().get(number - 1);
            Map<String, Integer> ways = new HashMap<>();
            Map<String, BigDecimal> last = null;
            for (int answer = sheet.lowest(item); answer <= sheet.highest(item); answer++) {
                answers.put(item.oid(), String.valueOf(answer));
                Map<String, BigDecimal> now = sheet.scores(answers);
                if (last != null) {
                    for (Map.Entry<String, BigDecimal> score : now.entrySet()) {
                        int way = score.getValue().compareTo(last.get(score.getKey()));
                        assertThat(way * ways.getOrDefault(score.getKey(), way))
                                .as("%s by item %d", score.getKey(), number)
                                .isNotNegative();
                        ways.merge(score.getKey(), way, (old, next) -> old == 0 ? next : old);
                    }
                }
                last = now;
            }
            long scales = ways.entrySet().stream()
                    .filter(way -> !way.getKey().matches(".*[PM]CS"))
                    .filter(way -> way.getValue() != 0)
                    .count();
            assertThat(scales)
                    .as("scales that item %d of %s is in", number, form)
                    .isEqualTo(number == 2 ? 0 : 1);
        }
    }

    /** A mean stands in for what is missing: where all answers are alike, it makes no difference how many there are. */
    @Property(tries = TRIES)
    void what_is_missing_is_filled_by_the_mean_of_the_rest(
            @ForAll("formulas") Formula formula,
            @ForAll @IntRange(max = 4) int alike,
            @ForAll @IntRange(max = 19) int at) {
        Assume.that(formula.scaled());
        Sheet sheet = Sheet.of(formula.form());
        Score score = sheet.instrument.scores().get(0);
        Assume.that(score.least() < score.items());
        Map<String, String> answers = new LinkedHashMap<>();
        sheet.questions().forEach(item -> answers.put(item.oid(), String.valueOf(sheet.lowest(item) + alike)));
        BigDecimal whole = sheet.scores(answers).get(score.itemOid());
        answers.remove(sheet.questions().get(at % score.items()).oid());
        assertThat(sheet.scores(answers).get(score.itemOid())).isEqualTo(whole);
    }

    @Property(tries = TRIES)
    void ticks_are_counted_once_the_questionnaire_was_gone_through(@ForAll long seed) {
        Sheet sheet = Sheet.of("RMDQ");
        Random random = new Random(seed);
        Map<String, String> ticks = new HashMap<>();
        for (int i = 1; i <= 24; i++) {
            if (random.nextBoolean()) {
                ticks.put("RMDQ" + i, "1");
            }
        }
        BigDecimal count = BigDecimal.valueOf(ticks.size());
        assertThat(sheet.scores(ticks)).isEmpty();
        ticks.put("RMDQDONE", "no");
        assertThat(sheet.scores(ticks)).isEmpty();
        ticks.put("RMDQDONE", "yes");
        assertThat(sheet.scores(ticks).get("RMDQSCORE")).isEqualByComparingTo(count);
    }

    @Property(tries = TRIES)
    void a_threshold_that_is_reached_is_reached_by_whatever_is_better(
            @ForAll("instruments") String form,
            @ForAll @IntRange(max = 100) int before,
            @ForAll @IntRange(max = 100) int now,
            @ForAll @IntRange(max = 100) int later) {
        for (Score score : Sheet.of(form).instrument.scores()) {
            BigDecimal one = BigDecimal.valueOf(now);
            BigDecimal other = BigDecimal.valueOf(later);
            boolean better = score.direction().improvement(one, other).signum() >= 0;
            for (Threshold threshold : score.thresholds()) {
                BigDecimal first = BigDecimal.valueOf(before);
                if (better && threshold.reached(score.direction(), first, one)) {
                    assertThat(threshold.reached(score.direction(), first, other))
                            .isTrue();
                }
            }
        }
    }
}
