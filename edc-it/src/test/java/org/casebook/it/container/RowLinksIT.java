package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.List;
import org.casebook.audit.AuditLine;
import org.casebook.capture.ItemState;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.linking.LinkedRow;
import org.casebook.linking.RowLinks;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryState;
import org.casebook.query.QueryView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links between rows on the shipped trial: a medication is given for adverse events. */
class RowLinksIT extends AtTheSite {
    private static final String STUDY = "LINKSIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private QueryDesk queries;

    @Inject
    private RowLinks links;

    private String subject;
    private long headache;
    private long nausea;
    private long medication;

    @BeforeEach
    void rows() {
        trial.open(STUDY);
        subject = trial.participant(STUDY, "101");
        headache = event("Headache", "2024-03-01");
        nausea = event("Nausea #2", "2024-04");
        medication = capture.addRow(SITE, subject, "CM");
        work.type(SITE, medication, "CMTRT", "Ibuprofen");
    }

    @Test
    void a_link_keeps_ids_and_the_trail_tells_what_the_rows_are_about() {
        link(nausea + "," + headache);
        assertThat(held().value()).isEqualTo(headache + "," + nausea);
        assertThat(capture.history(SITE, medication, "CMAENO"))
                .extracting(AuditLine::newValue)
                .containsExactly(
                        "AE 1 – Headache, 2024-03-01 #" + headache + "; AE 2 – Nausea № 2, 2024-04 #" + nausea);
        work.type(SITE, headache, "AETERM", "Migraine");
        link(headache + "," + nausea);
        assertThat(capture.history(SITE, medication, "CMAENO"))
                .as("the same rows again change nothing")
                .hasSize(1);
        link(String.valueOf(headache));
        assertThat(capture.history(SITE, medication, "CMAENO"))
                .extracting(AuditLine::newValue)
                .last()
                .isEqualTo("AE 1 – Migraine, 2024-03-01 #" + headache);
    }

    @Test
    void rows_are_offered_with_their_titles_and_tell_what_leads_to_them() {
        link(String.valueOf(headache));
        assertThat(links.of(SITE, medication).of("CMAENO"))
                .extracting(LinkedRow::id, LinkedRow::title, LinkedRow::deleted)
                .containsExactly(
                        tuple(headache, "AE 1 – Headache, 2024-03-01", false),
                        tuple(nausea, "AE 2 – Nausea № 2, 2024-04", false));
        assertThat(links.of(SITE, headache).from())
                .extracting(LinkedRow::id, LinkedRow::title)
                .containsExactly(tuple(medication, "CM 1 – Ibuprofen"));
        assertThat(links.of(SITE, nausea).from()).isEmpty();
    }

    @Test
    void nothing_can_be_linked_that_is_no_such_row_of_this_participant() {
        String other = trial.participant(STUDY, "101");
        long theirs = capture.addRow(SITE, other, "AE");
        String there = trial.participant(STUDY, "102");
        long elsewhere = capture.addRow(Scope.of(STUDY, "102"), there, "AE");
        trial.coordinator(STUDY, "101");
        long history = capture.addRow(SITE, subject, "MH");
        for (long no : List.of(theirs, elsewhere, history, medication, 999_999_999L)) {
            assertThatThrownBy(() -> link(headache + "," + no)).as("row " + no).isInstanceOf(NotFound.class);
        }
        for (String forged : List.of("AE 1", "' or 1=1", "#" + headache + " and more")) {
            assertThatThrownBy(() -> link(forged)).as(forged).isInstanceOf(Invalid.class);
        }
        desk.voidForm(SITE, nausea, "Twice");
        assertThatThrownBy(() -> link(String.valueOf(nausea)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("was deleted");
        assertThat(held()).isEqualTo(ItemState.EMPTY);
        assertThat(capture.history(SITE, medication, "CMAENO")).isEmpty();
    }

    @Test
    void a_deleted_row_raises_a_question_where_it_is_linked_until_it_is_restored_or_the_link_mended() {
        link(headache + "," + nausea);
        work.complete(SITE, medication);
        desk.voidForm(SITE, headache, "Twice");
        assertThat(held().checks()).containsExactly(ItemState.UNRESOLVED_LINK);
        assertThat(open())
                .singleElement()
                .satisfies(query -> assertThat(query.text()).contains("was deleted"));
        assertThat(links.of(SITE, medication).of("CMAENO"))
                .extracting(LinkedRow::deleted)
                .containsExactly(true, false);

        desk.reopen(SITE, headache, "It was none");
        assertThat(held().checks()).isEmpty();
        assertThat(open()).isEmpty();

        desk.voidForm(SITE, headache, "Twice after all");
        assertThat(open()).hasSize(1);
        link(String.valueOf(nausea));
        assertThat(held().checks()).isEmpty();
        assertThat(open()).isEmpty();
    }

    private long event(String term, String date) {
        long row = capture.addRow(SITE, subject, "AE");
        work.type(SITE, row, "AETERM", term);
        work.type(SITE, row, "AESTDAT", date);
        return row;
    }

    private void link(String rows) {
        work.type(SITE, medication, "CMAENO", rows);
    }

    private ItemState held() {
        return book.get(SITE, medication).item("CMAENO");
    }

    private List<QueryView> open() {
        return queries.list(SITE, QueryFilter.ALL.ofForm(medication)).stream()
                .filter(query -> query.state() != QueryState.CLOSED)
                .filter(query -> "CMAENO".equals(query.place().item()))
                .toList();
    }
}
