package org.casebook.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.kernel.Actor;
import org.junit.jupiter.api.Test;

class SourceComparisonTest {

    private static final Actor MONITOR = new Actor("m", "monitor", "Mona", "CRO", "person", Set.of());

    private static FormState complete(Map<String, ItemState> items) {
        return CasebookFixture.painForm(FormState.State.COMPLETE, items);
    }

    private static FormVerification compare(FormState form, Verification... ticks) {
        Map<String, Verification> byItem =
                Arrays.stream(ticks).collect(Collectors.toMap(Verification::item, tick -> tick));
        return SourceComparison.of(form, CasebookFixture.study(), byItem);
    }

    @Test
    void items_with_an_entry_are_compared_in_words() {
        FormVerification form = compare(
                complete(Map.of("I_NOW", CasebookFixture.blank("NOT_DONE"), "I_SIDE", CasebookFixture.typed("R"))));
        assertThat(form.items())
                .extracting(FormVerification.Item::question, FormVerification.Item::answer)
                .containsExactly(tuple("Pain now", "Left blank: not done"), tuple("Side", "Right"));
        assertThat(form.due()).extracting(FormVerification.Item::oid).containsExactly("I_NOW");
        assertThat(form.formName()).isEqualTo("Pain");
        assertThat(form.eventName()).isEqualTo("Baseline");
    }

    @Test
    void hidden_and_untouched_items_have_no_source() {
        assertThat(compare(complete(Map.of("I_WHY", CasebookFixture.hidden("both"))))
                        .items())
                .isEmpty();
    }

    @Test
    void a_tick_speaks_for_the_revision_that_was_compared_only() {
        FormState seen = complete(Map.of("I_NOW", CasebookFixture.typed("55"), "I_SIDE", CasebookFixture.typed("L")));
        Verification now = new Verification(seen, "I_NOW", MONITOR, CasebookFixture.DAY);
        Verification side = new Verification(seen, "I_SIDE", MONITOR, CasebookFixture.DAY);
        assertThat(compare(seen, now, side).verifiedCount()).isEqualTo(2);

        ItemState corrected = new ItemState("60", "60", null, null, true, 3, List.of(), false);
        FormState later = complete(Map.of("I_NOW", corrected, "I_SIDE", CasebookFixture.typed("L")));
        FormVerification after = compare(later, now, side);
        assertThat(after.due()).extracting(FormVerification.Item::oid).containsExactly("I_NOW");
        assertThat(after.items())
                .filteredOn(FormVerification.Item::isVerified)
                .extracting(FormVerification.Item::oid, FormVerification.Item::verifiedBy)
                .containsExactly(tuple("I_SIDE", "Mona"));
    }

    @Test
    void a_tick_that_ended_does_not_hold() {
        FormState seen = complete(Map.of("I_NOW", CasebookFixture.typed("55")));
        Verification tick = new Verification(seen, "I_NOW", MONITOR, CasebookFixture.DAY);
        tick.takeBack(CasebookFixture.DAY.plusSeconds(1));
        assertThat(compare(seen, tick).due())
                .singleElement()
                .satisfies(item -> assertThat(item.lost()).isFalse());
        tick.lose(CasebookFixture.DAY.plusSeconds(2));
        assertThat(compare(seen, tick).due())
                .singleElement()
                .satisfies(item -> assertThat(item.lost()).isTrue());
    }
}
