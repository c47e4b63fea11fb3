package org.casebook.allotment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand. */
class ImbalancesTest {

    private static final List<ArmShare> ONE_TO_ONE = List.of(new ArmShare("A", 1), new ArmShare("B", 1));

    @Test
    void nobody_is_balanced() {
        Imbalances none = Imbalances.of(ONE_TO_ONE, List.of());
        assertThat(none.overall()).isEqualTo("0");
        assertThat(none.marginal().places()).isZero();
    }

    @Test
    void overall_marginal_and_within_strata() {
        List<Assigned> all = List.of(
                one("101", "m", "A"),
                one("101", "m", "A"),
                one("101", "m", "A"), // within 3
                one("101", "f", "B"), // 1
                one("102", "m", "A"),
                one("102", "m", "B"), // 0
                one("102", "f", "B")); // 1
        Imbalances found = Imbalances.of(ONE_TO_ONE, all);
        assertThat(found.overall()).isEqualTo("1");
        // margins: f 2, m 3, site 101 2, site 102 1
        assertThat(found.marginal()).isEqualTo(new Imbalances.Summary(4, "2", "2", "2.85", "3"));
        // strata sorted: 0, 1, 1, 3; the quantile lies at place 2.85 between 1 and 3
        assertThat(found.withinStrata()).isEqualTo(new Imbalances.Summary(4, "1.25", "1", "2.7", "3"));
    }

    @Test
    void unequal_shares_count_by_their_share() {
        List<ArmShare> twoToOne = List.of(new ArmShare("A", 2), new ArmShare("B", 1));
        assertThat(Imbalances.of(twoToOne, List.of(one("1", "m", "A"), one("1", "m", "A"), one("1", "m", "B")))
                        .overall())
                .isEqualTo("0");
        assertThat(Imbalances.of(twoToOne, List.of(one("1", "m", "A"))).overall())
                .isEqualTo("0.5");
    }

    private static Assigned one(String site, String sex, String arm) {
        return new Assigned(Map.of("site", site, "DM/SEX", sex), arm);
    }
}
