package org.casebook.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebook.outcome.ResponseRule.Kind;
import org.junit.jupiter.api.Test;

class ResponsePolicyTest {

    private static final String BASELINE = "SE.BL";
    private static final String MONTH_3 = "SE.M3";
    private static final String MONTH_6 = "SE.M6";

    /** As Prodromos et al. 2025 define it. */
    private static final ResponseDefinition MCID = new ResponseDefinition(
            "RE.MCID",
            "Clinically significant improvement",
            BASELINE,
            MONTH_3,
            List.of(
                    new ResponseRule("VAS", Kind.CHANGED, new BigDecimal("-2")),
                    new ResponseRule("GI", Kind.AT_LEAST, new BigDecimal("30")),
                    new ResponseRule("QBPDS", Kind.CHANGED, new BigDecimal("-15"))),
            List.of());

    private final Measurements values = new Measurements();

    private ResponsePolicy policy(String... subjects) {
        return new ResponsePolicy(MCID, values, Set.of(subjects), (subject, event) -> true);
    }

    private Optional<Boolean> at3(String... itemsAndValues) {
        for (int i = 0; i < itemsAndValues.length; i += 2) {
            values.add("1", MONTH_3, itemsAndValues[i], itemsAndValues[i + 1]);
        }
        return policy("1").responds("1", MONTH_3);
    }

    @Test
    void a_limit_reached_exactly_is_enough() {
        values.add("1", BASELINE, "VAS", "7.1");
        assertThat(at3("VAS", "5.1")).contains(true);
    }

    @Test
    void a_hair_less_is_not() {
        values.add("1", BASELINE, "VAS", "7.1");
        assertThat(at3("VAS", "5.2")).contains(false);
    }

    @Test
    void any_rule_is_enough() {
        values.add("1", BASELINE, "VAS", "7");
        values.add("1", BASELINE, "QBPDS", "40");
        assertThat(at3("VAS", "7", "QBPDS", "26", "GI", "30")).contains(true);
    }

    @Test
    void no_value_is_no_follow_up() {
        values.add("1", BASELINE, "VAS", "7");
        assertThat(at3()).isEmpty();
    }

    @Test
    void a_change_without_baseline_says_nothing() {
        assertThat(at3("VAS", "1")).isEmpty();
        assertThat(at3("GI", "10")).contains(false);
    }

    @Test
    void what_is_no_number_says_nothing() {
        assertThat(at3("GI", "much")).isEmpty();
    }

    @Test
    void those_who_are_lost_are_due_and_not_followed_and_nothing_is_carried_forward() {
        values.add("1", BASELINE, "VAS", "7");
        values.add("2", BASELINE, "VAS", "7");
        values.add("3", BASELINE, "VAS", "7");
        values.add("1", MONTH_3, "VAS", "2");
        values.add("2", MONTH_3, "VAS", "3");
        values.add("1", MONTH_6, "VAS", "7");
        values.add("3", MONTH_6, "VAS", "1");
        ResponsePolicy policy = policy("1", "2", "3", "4");

        ResponseTable.Cell first = policy.cell(subject -> true, MONTH_3, MONTH_3, false);
        assertThat(first.followed()).isEqualTo(new Share(2, 3));
        assertThat(first.response()).isEqualTo(new Share(2, 2));
        assertThat(first.continued()).isNull();
        assertThat(first.means().get(0).mean()).isEqualTo(2.5);

        ResponseTable.Cell second = policy.cell(subject -> true, MONTH_6, MONTH_3, true);
        assertThat(second.followed()).isEqualTo(new Share(2, 3));
        assertThat(second.response()).isEqualTo(new Share(1, 2));
        assertThat(second.continued())
                .as("2 is not followed, 3 did not respond first")
                .isEqualTo(new Share(0, 1));
    }

    @Test
    void shares_are_rounded_half_up_as_the_paper_prints_them() {
        assertThat(new Share(29, 39).percent()).isEqualTo(74);
        assertThat(new Share(1, 8).percent()).isEqualTo(13);
        assertThat(new Share(0, 0).percent()).isEqualTo(-1);
    }
}
