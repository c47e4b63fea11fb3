package org.casebook.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.casebook.capture.CaseFormView.Item;
import org.casebook.capture.CaseFormView.Option;
import org.casebook.capture.ItemState;
import org.casebook.rules.DataType;
import org.junit.jupiter.api.Test;

/** How items are drawn: the widget, and what a reader sees. */
class ItemLineTest {

    private static final List<Option> SIDES = List.of(new Option("L", "Left"), new Option("R", "Right"));

    @Test
    void a_date_that_a_date_field_could_not_show_stays_in_a_field_of_text() {
        assertThat(entered(DataType.DATE, null, null).widget()).isEqualTo("date");
        assertThat(entered(DataType.DATE, "2026-03-02", "2026-03-02").widget()).isEqualTo("date");
        ItemLine odd = entered(DataType.DATE, "31 Feb 2026", null);
        assertThat(odd.widget()).isEqualTo("text");
        assertThat(odd.text()).isEqualTo("31 Feb 2026");
    }

    @Test
    void many_answers_open_as_a_list_and_few_stand_side_by_side() {
        List<Option> many = IntStream.rangeClosed(1, 8)
                .mapToObj(code -> new Option("" + code, "Level " + code))
                .toList();
        assertThat(line(DataType.CHOICE, SIDES, ItemState.EMPTY, true).widget()).isEqualTo("choice");
        assertThat(line(DataType.CHOICE, many, ItemState.EMPTY, true).widget()).isEqualTo("choice-list");
    }

    @Test
    void whoever_may_not_change_reads_words_and_not_codes() {
        assertThat(read(DataType.MULTI_CHOICE, "L,R").widget()).isEqualTo("shown");
        assertThat(read(DataType.MULTI_CHOICE, "L,R").shown()).isEqualTo("Left, Right");
        assertThat(read(DataType.BOOLEAN, "true").shown()).isEqualTo("Yes");
        assertThat(read(DataType.CHOICE, "X").shown()).isEqualTo("X");
        assertThat(read(DataType.TEXT, null).shown()).isEmpty();
    }

    @Test
    void an_answer_left_blank_shows_why() {
        ItemState blank = new ItemState(null, null, null, "REFUSED", true, 1, List.of(), false);
        assertThat(line(DataType.TEXT, List.of(), blank, false).answer()).isEqualTo("Refused");
    }

    @Test
    void a_hidden_item_that_holds_a_text_stays_in_sight() {
        ItemState emptied = new ItemState(null, null, null, null, true, 1, List.of(), true);
        ItemState kept = new ItemState("5", "5", null, null, true, 1, List.of(), true);
        assertThat(line(DataType.INTEGER, List.of(), emptied, true).hidden()).isEqualTo("hidden");
        assertThat(line(DataType.INTEGER, List.of(), kept, true).hidden()).isNull();
    }

    @Test
    void nobody_types_what_is_computed() {
        ItemLine score = line(DataType.CALCULATED, List.of(), ItemState.EMPTY, true);
        assertThat(score.widget()).isEqualTo("derived");
        assertThat(entered(DataType.INTEGER, null, null).canBeLeftBlank()).isTrue();
    }

    private static ItemLine entered(DataType type, String text, String value) {
        return line(type, List.of(), new ItemState(text, value, null, null, value != null, 1, List.of(), false), true);
    }

    private static ItemLine read(DataType type, String text) {
        return line(type, SIDES, new ItemState(text, text, null, null, true, 1, List.of(), false), false);
    }

    private static ItemLine line(DataType type, List<Option> options, ItemState state, boolean correctable) {
        Item item = new Item(
                "OID",
                "NAME",
                "Question",
                "",
                type,
                null,
                null,
                List.of(),
                options,
                null,
                false,
                false,
                false,
                state,
                null,
                List.of());
        return new ItemLine(0, item, correctable);
    }
}
