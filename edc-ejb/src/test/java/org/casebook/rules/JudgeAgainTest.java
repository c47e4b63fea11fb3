package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.casebook.kernel.Invalid;
import org.casebook.rules.ItemRule.CheckRule;
import org.casebook.rules.RangeCheck.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judging again after a change comes to the same as judging all, and evaluates only what depends on the change. */
class JudgeAgainTest {

    private static final int ITEMS = 12;
    private static final int CHANGES = 40;

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesToTheSameAsJudgingAll(int seed) {
        Random random = new Random(seed);
        FormRules rules = randomRules(random);
        Map<String, TypedValue> own = new HashMap<>();
        Map<String, TypedValue> foreign = new HashMap<>();
        FormFindings before = rules.judge(own, foreign);
        for (int i = 0; i < CHANGES; i++) {
            String name = random.nextInt(6) == 0 ? "F.X" : "I" + random.nextInt(ITEMS);
            Map<String, TypedValue> values = name.equals("F.X") ? foreign : own;
            if (random.nextInt(4) == 0) {
                values.remove(name);
            } else {
                values.put(name, new TypedValue(DataType.INTEGER, Integer.toString(random.nextInt(10))));
            }
            FormFindings all = rules.judge(own, foreign);
            Map<String, TypedValue> asked = new HashMap<>(foreign);
            asked.keySet().retainAll(rules.foreignNames(Set.of(name)));
            FormFindings again = rules.judgeAgain(own, Values.of(asked), Set.of(name), before);
            assertThat(again.visibility()).as("change %d of %s", i, name).isEqualTo(all.visibility());
            assertThat(again.derived()).isEqualTo(all.derived());
            assertThat(again.fired()).isEqualTo(all.fired());
            assertThat(again.evaluated()).isLessThanOrEqualTo(all.evaluated());
            before = again;
        }
    }

    /** Items with conditions, derivations and checks on any other item; tries until no circle of needs is left. */
    private static FormRules randomRules(Random random) {
        while (true) {
            try {
                return new FormRules(IntStream.range(0, ITEMS)
                        .mapToObj(item -> randomRule("I" + item, random))
                        .toList());
            } catch (Invalid circle) {
                // another try
            }
        }
    }

    private static ItemRule randomRule(String item, Random random) {
        Map<String, DataType> names = new HashMap<>(Map.of("F.X", DataType.INTEGER));
        IntStream.range(0, ITEMS).forEach(other -> names.put("I" + other, DataType.INTEGER));
        Expression exception = random.nextInt(4) == 0
                ? Expression.condition("%s > %s".formatted(operand(random), operand(random)), names)
                : null;
        Expression derivation = random.nextInt(4) == 0
                ? Expression.derivation(
                        "%s - count(%s)".formatted(operand(random), operand(random)), names, DataType.INTEGER)
                : null;
        List<CheckRule> checks = new ArrayList<>();
        if (random.nextInt(2) == 0) {
            checks.add(new CheckRule(
                    item + "_R",
                    random.nextBoolean(),
                    new RangeCheck(Comparator.LE, List.of(BigDecimal.valueOf(random.nextInt(10)))),
                    null));
        }
        if (random.nextInt(2) == 0) {
            String text = "%s <= %s".formatted(item, operand(random));
            checks.add(new CheckRule(item + "_E", random.nextBoolean(), null, Expression.condition(text, names)));
        }
        return new ItemRule(item, DataType.INTEGER, null, exception, derivation, checks);
    }

    private static String operand(Random random) {
        return random.nextInt(8) == 0 ? "F.X" : "I" + random.nextInt(ITEMS);
    }

    @Test
    void evaluatesOnlyWhatDependsOnTheChange() {
        FormRules rules = chains(500);
        Map<String, TypedValue> own = new HashMap<>();
        for (int i = 0; i < 500; i += 5) {
            own.put("A" + i, new TypedValue(DataType.INTEGER, "1"));
        }
        FormFindings before = rules.judge(own, Map.of());
        assertThat(before.evaluated()).isEqualTo(500);
        own.put("A0", new TypedValue(DataType.INTEGER, "2"));
        FormFindings after = rules.judgeAgain(own, Values.NONE, Set.of("A0"), before);
        // its own check, three computed items, and the check of the last one
        assertThat(after.evaluated()).isEqualTo(5);
        assertThat(after.derived().get("A3").text()).isEqualTo("5");
        assertThat(after.derived().get("A8").text()).isEqualTo("4");
    }

    /** Fives of items: one is typed and checked, three are computed one from the other, one is checked on the last. */
    private static FormRules chains(int items) {
        List<ItemRule> rules = new ArrayList<>();
        for (int i = 0; i < items; i += 5) {
            rules.add(rule("A" + i, null, check("A" + i, "A" + i + " > 0")));
            for (int j = i + 1; j < i + 4; j++) {
                rules.add(rule("A" + j, "A" + (j - 1) + " + 1", null));
            }
            rules.add(rule("A" + (i + 4), null, check("A" + (i + 4), "A" + (i + 3) + " > 0")));
        }
        return new FormRules(rules);
    }

    private static ItemRule rule(String item, String derivation, CheckRule check) {
        Names all = name -> java.util.Optional.of(DataType.INTEGER);
        return new ItemRule(
                item,
                DataType.INTEGER,
                null,
                null,
                derivation == null ? null : Expression.derivation(derivation, all, DataType.INTEGER),
                check == null ? List.of() : List.of(check));
    }

    private static CheckRule check(String item, String text) {
        Names all = name -> java.util.Optional.of(DataType.INTEGER);
        return new CheckRule(item + "_C", false, null, Expression.condition(text, all));
    }
}
