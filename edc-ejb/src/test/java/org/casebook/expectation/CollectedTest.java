package org.casebook.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.TranslatedText;
import org.casebook.expectation.ExpectedForms.Collected;
import org.junit.jupiter.api.Test;

class CollectedTest {

    private static final FormRef ALWAYS = new FormRef("DM", true, null);
    private static final FormRef AT_WILL = new FormRef("NOTE", false, null);
    private static final FormRef CONDITIONAL = new FormRef("PREG", true, "C.MALE");
    private static final EventDefinition VISIT = new EventDefinition(
            "SE.1",
            TranslatedText.english("Day 1"),
            TranslatedText.NONE,
            EventDefinition.Kind.SCHEDULED,
            null,
            1,
            List.of(ALWAYS, AT_WILL, CONDITIONAL),
            null,
            null,
            List.of(),
            false);

    @Test
    void a_form_under_a_condition_is_expected_where_it_is_collected() {
        Collected collected = new Collected(Set.of("SE.1/PREG", "SE.1/NOTE"));
        assertThat(collected.expects(VISIT, CONDITIONAL)).isTrue();
        assertThat(collected.expects(VISIT, ALWAYS)).isTrue();
        assertThat(collected.expects(VISIT, AT_WILL)).isFalse();
        assertThat(Collected.NONE.expects(VISIT, CONDITIONAL)).isFalse();
        assertThat(new Collected(Set.of("SE.2/PREG")).expects(VISIT, CONDITIONAL))
                .isFalse();
    }
}
