package org.casebook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final QueryPlace PLACE =
            new QueryPlace(Scope.of("TRIAL", "101"), "101-001", 7, "SE_BASELINE", "F_VAS", "I_VAS");
    private static final Author MONITOR = new Author("m", "Mona", "monitor");
    private static final Author NURSE = new Author("n", "Ines", "coordinator");
    private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

    private static Query raised() {
        return new Query(PLACE, null, "  Is 99 right? ", MONITOR, DAY);
    }

    @Test
    void a_raised_query_waits_for_the_site() {
        QueryView view = raised().view();
        assertThat(view.state()).isEqualTo(QueryState.OPEN);
        assertThat(view.text()).isEqualTo("Is 99 right?");
        assertThat(view.state().waitsFor(Permission.ANSWER_QUERY)).isTrue();
        assertThat(view.state().waitsFor(Permission.CLOSE_QUERY)).isFalse();
        assertThat(view.getLast().by()).isEqualTo("Mona");
        assertThat(view.isSystem()).isFalse();
    }

    @Test
    void who_said_what_and_when_stays() {
        Query query = raised();
        query.answer("Yes, see source.", NURSE, DAY.plusSeconds(60));
        query.reopen("Which source?", MONITOR, DAY.plusSeconds(120));
        query.answer("Diary of 1 March.", NURSE, DAY.plusSeconds(180));
        query.close("Settled.", MONITOR, DAY.plusSeconds(240));
        QueryView view = query.view();
        assertThat(view.state()).isEqualTo(QueryState.CLOSED);
        assertThat(view.messages())
                .extracting(QueryView.Message::act)
                .containsExactly("RAISED", "ANSWERED", "REOPENED", "ANSWERED", "CLOSED");
        assertThat(view.messages().get(2))
                .isEqualTo(new QueryView.Message("REOPENED", "Which source?", "Mona", "monitor", DAY.plusSeconds(120)));
        assertThat(view.changedAt()).isEqualTo(DAY.plusSeconds(240));
    }

    @Test
    void acts_out_of_turn_are_refused() {
        Query query = raised();
        assertThatThrownBy(() -> query.reopen("Why?", MONITOR, DAY))
                .isInstanceOf(WrongTurn.class)
                .hasMessageContaining("is open and cannot be reopened");
        query.answer("Yes.", NURSE, DAY);
        assertThatThrownBy(() -> query.answer("Yes!", NURSE, DAY)).isInstanceOf(WrongTurn.class);
        query.close("Fine.", MONITOR, DAY);
        assertThatThrownBy(() -> query.close("Fine.", MONITOR, DAY)).isInstanceOf(WrongTurn.class);
        assertThatThrownBy(() -> query.answer("Late.", NURSE, DAY)).isInstanceOf(WrongTurn.class);
        assertThat(query.view().messages()).hasSize(3);
    }

    @Test
    void nothing_is_said_with_an_empty_text() {
        Query query = raised();
        assertThatThrownBy(() -> query.answer(" ", NURSE, DAY))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("answer is empty");
        assertThatThrownBy(() -> new Query(PLACE, null, "x".repeat(2001), MONITOR, DAY))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("2000");
        assertThat(query.state()).isEqualTo(QueryState.OPEN);
    }

    @Test
    void the_trail_says_what_was_said() {
        Query query = raised();
        query.answer("Yes, see source.", NURSE, DAY);
        assertThat(new QueryAnswered(query.view()).changes()).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("query-answered");
            assertThat(line.subject()).isEqualTo("101-001");
            assertThat(line.place().item()).isEqualTo("I_VAS");
            assertThat(line.place().formRevision()).isNull();
            assertThat(line.newValue()).contains("answered");
            assertThat(line.reason()).isEqualTo("Yes, see source.");
        });
    }
}
