package org.casebook.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.casebook.capture.CaseFormView.Item;
import org.casebook.capture.CaseFormView.Meaning;
import org.casebook.capture.CaseFormView.Message;
import org.casebook.capture.CaseFormView.Option;
import org.casebook.capture.ItemState;
import org.casebook.rules.DataType;
import org.junit.jupiter.api.Test;

/** How items are drawn: the widget, and what a reader sees. */
class ItemLineTest {

    private static final List<Option> SIDES = List.of(new Option("L", "Left"), new Option("R", "Right"));

    @Test
    void a_date_stays_as_it_was_typed_and_is_told_in_words() {
        ItemLine odd = entered(DataType.DATE, "31 Feb 2026", null);
        assertThat(odd.widget()).isEqualTo("date");
        assertThat(odd.text()).isEqualTo("31 Feb 2026");
        assertThat(odd.understood()).isEmpty();
        assertThat(entered(DataType.DATE, "5.3.2024", "2024-03-05").understood())
                .isEqualTo("5 March 2024");
    }

    @Test
    void what_was_understood_is_told_where_the_text_does_not_say_it() {
        assertThat(entered(DataType.PARTIAL_DATE, "UN-MAR-2024", "2024-03").understood())
                .isEqualTo("March 2024, day unknown");
        assertThat(entered(DataType.PARTIAL_DATE, "2024", "2024").understood())
                .isEqualTo("2024, month and day unknown");
        assertThat(entered(DataType.PARTIAL_DATE, "2024---05", "2024---05").understood())
                .isEqualTo("day 5 of an unknown month of 2024");
        assertThat(entered(DataType.DATETIME, "x", "2024-03-05T09:30+01:00").understood())
                .isEqualTo("5 March 2024, 09:30 (UTC+01:00)");
        assertThat(entered(DataType.DATETIME, "x", "2024-03-05T09:30Z").understood())
                .isEqualTo("5 March 2024, 09:30 (UTC)");
        assertThat(entered(DataType.DECIMAL, "72,5", "72.5").understood()).isEqualTo("read as 72.5");
        assertThat(entered(DataType.DECIMAL, " 72.5 ", "72.5").understood()).isEmpty();
        assertThat(Understood.of(new Meaning(DataType.DECIMAL, "160", "lb", "72.5747792", "kg", null), "160"))
                .isEqualTo("= 72.5747792 kg");
    }

    @Test
    void each_reading_is_a_button_that_says_it_in_words() {
        Message twice = new Message("UNREADABLE", "HARD", "Which?", List.of("2024-04-03", "2024-03-04"));
        assertThat(MessageLine.of(DataType.DATE, List.of(twice)).get(0).offers())
                .containsExactly(
                        new MessageLine.Offer("2024-04-03", "3 April 2024"),
                        new MessageLine.Offer("2024-03-04", "4 March 2024"));
    }

    @Test
    void many_answers_open_as_a_list_and_few_stand_side_by_side() {
        List<Option> many = IntStream.rangeClosed(1, 8)
                .mapToObj(code -> new Option("" + code, "Level " + code))
                .toList();
        assertThat(line(DataType.CHOICE, SIDES, ItemState.EMPTY, true).widget()).isEqualTo("choice");
        assertThat(line(DataType.CHOICE, many, ItemState.EMPTY, true).widget()).isEqualTo("choice-list");
        List<Option> longList = IntStream.rangeClosed(1, 21)
                .mapToObj(code -> new Option("" + code, "Level " + code))
                .toList();
        assertThat(line(DataType.CHOICE, longList, ItemState.EMPTY, true).widget())
                .isEqualTo("choice-search");
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

    @Test
    void a_scale_goes_by_its_last_significant_digit() {
        assertThat(line(DataType.VAS, null, List.of(), ItemState.EMPTY, true).step())
                .isEqualTo("1");
        assertThat(line(DataType.VAS, 0, List.of(), ItemState.EMPTY, true).step())
                .isEqualTo("1");
        assertThat(line(DataType.VAS, 2, List.of(), ItemState.EMPTY, true).step())
                .isEqualTo("0.01");
    }

    @Test
    void a_calendar_opens_at_what_was_understood_as_a_whole_day_and_at_nothing_else() {
        assertThat(entered(DataType.DATE, "5-Mar-2024", "2024-03-05").calendarValue())
                .isEqualTo("2024-03-05");
        assertThat(entered(DataType.PARTIAL_DATE, "UN-MAR-2024", "2024-03").calendarValue())
                .isNull();
        assertThat(entered(DataType.DATETIME, "5.3.2024 9:30", "2024-03-05T09:30+01:00")
                        .calendarValue())
                .isEqualTo("2024-03-05T09:30");
        assertThat(entered(DataType.DATE, "5/3/2024", null).calendarValue()).isNull();
    }

    private static ItemLine entered(DataType type, String text, String value) {
        return line(type, List.of(), new ItemState(text, value, null, null, value != null, 1, List.of(), false), true);
    }

    private static ItemLine read(DataType type, String text) {
        return line(type, SIDES, new ItemState(text, text, null, null, true, 1, List.of(), false), false);
    }

    private static ItemLine line(DataType type, List<Option> options, ItemState state, boolean correctable) {
        return line(type, null, options, state, correctable);
    }

    private static ItemLine line(
            DataType type, Integer digits, List<Option> options, ItemState state, boolean correctable) {
        Meaning meaning = state.value() == null ? null : new Meaning(type, state.value(), null, null, null, null);
        Item item = new Item(
                "OID",
                "NAME",
                "Question",
                "",
                null,
                type,
                null,
                digits,
                null,
                List.of(),
                options,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                state,
                meaning,
                List.of());
        return new ItemLine(0, item, correctable);
    }
}
