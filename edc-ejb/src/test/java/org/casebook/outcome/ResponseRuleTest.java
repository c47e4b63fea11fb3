package org.casebook.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casebook.definition.DefinitionReader;
import org.casebook.outcome.ResponseRule.Kind;
import org.junit.jupiter.api.Test;

class ResponseRuleTest {

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void per_cent_are_of_the_value_before_and_the_limit_itself_is_enough() {
        ResponseRule third = new ResponseRule("VAS", Kind.PERCENT, number("-30"));
        assertThat(third.holds(number("70"), number("49"))).contains(true);
        assertThat(third.holds(number("70"), number("49.1"))).contains(false);
        assertThat(third.holds(number("70"), number("91"))).contains(false);
        assertThat(third.holds(null, number("49"))).isEmpty();
    }

    @Test
    void of_nothing_there_are_no_per_cent() {
        assertThat(new ResponseRule("VAS", Kind.PERCENT, number("-30")).holds(number("0"), number("0")))
                .contains(false);
    }

    @Test
    void a_rise_counts_where_higher_is_better() {
        ResponseRule better = new ResponseRule("LEFS", Kind.PERCENT, number("30"));
        assertThat(better.holds(number("40"), number("52"))).contains(true);
        assertThat(better.holds(number("40"), number("51"))).contains(false);
    }

    @Test
    void every_published_threshold_of_a_study_that_defines_none_is_a_response_in_the_direction_of_its_score()
            throws IOException {
        List<ResponseDefinition> found = ResponseDefinition.of(
                new DefinitionReader().read(Files.readAllBytes(Path.of("../config/studies/phillips.xml"))));
        assertThat(found)
                .extracting(response -> response.oid() + " " + response.baseline() + " "
                        + response.rules().get(0).kind() + " "
                        + response.rules().get(0).limit())
                .contains(
                        "BPIINT.1 SE_SCREEN CHANGED -1",
                        "BPISEV.2 SE_SCREEN PERCENT -30",
                        "LEFSSCORE.1 SE_SCREEN CHANGED 9",
                        "ODISCORE.1 SE_SCREEN CHANGED -10",
                        "QDASHSCORE.1 SE_SCREEN CHANGED -14");
        assertThat(found)
                .extracting(ResponseDefinition::name)
                .contains("Oswestry score: MIC, 10 points better (Ostelo 2008)");
    }

    @Test
    void what_a_study_defines_itself_stands_first() throws IOException {
        List<ResponseDefinition> found = ResponseDefinition.of(
                new DefinitionReader().read(Files.readAllBytes(Path.of("../config/studies/prodromos.xml"))));
        assertThat(found.get(0).oid()).isEqualTo("RE_MCID");
        assertThat(found.get(0).rules()).hasSize(3);
        assertThat(found)
                .filteredOn(response -> response.oid().equals("GIPCT.1"))
                .singleElement()
                .satisfies(response -> {
                    assertThat(response.baseline()).isEqualTo("SE_SCREEN");
                    assertThat(response.rules().get(0).kind()).isEqualTo(Kind.AT_LEAST);
                });
    }
}
