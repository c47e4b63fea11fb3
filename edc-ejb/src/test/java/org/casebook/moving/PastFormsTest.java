package org.casebook.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.casebook.audit.AuditLine;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.kernel.Change;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a site recorded, folded from its entries: the last of each item, in the form's order, as people read it. */
class PastFormsTest {
    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");
    private static StudyDefinition study;

    private final List<AuditLine> lines = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        study = StudyFiles.read("bmmsc-dmso.xml");
    }

    @Test
    void the_last_entry_of_each_item_stands_in_the_forms_order_and_words() {
        tell(7, "SE_SCREEN", "DM", "SEX", "item-changed", "M", "person");
        tell(7, "SE_SCREEN", "DM", "BRTHDAT", "item-changed", "1970", "person");
        tell(7, "SE_SCREEN", "DM", "SEX", "item-changed", "F", "person");
        tell(7, "SE_SCREEN", "DM", null, "form-completed", "COMPLETE", "person");
        List<PastView.Form> forms = new PastForms(study).of(lines);
        assertThat(forms).singleElement().satisfies(form -> {
            assertThat(form.visit()).isEqualTo("Screening");
            assertThat(form.row()).isZero();
            assertThat(form.answers()).extracting(PastView.Answer::value).containsExactly("1970", "Female");
            assertThat(form.answers()).noneMatch(PastView.Answer::computed);
        });
    }

    @Test
    void rows_of_a_log_are_counted_and_what_was_taken_away_is_empty() {
        tell(8, null, "AE", "AETERM", "item-changed", "Headache", "person");
        tell(9, null, "AE", "AETERM", "item-changed", "Nausea", "person");
        tell(9, null, "AE", "AETERM", "item-changed", null, "rule");
        List<PastView.Form> forms = new PastForms(study).of(lines);
        assertThat(forms).extracting(PastView.Form::row).containsExactly(1, 2);
        assertThat(forms).allMatch(form -> form.visit().isEmpty());
        assertThat(forms.get(1).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.value()).isEmpty();
            assertThat(answer.computed()).isTrue();
        });
    }

    private void tell(
            long form, String event, String formOid, String item, String action, String value, String origin) {
        lines.add(new AuditLine(
                lines.size() + 1,
                NOON.plusSeconds(lines.size()),
                "S",
                "101",
                "101-001",
                new Change.Place(form, 1L, event, formOid, item),
                action,
                null,
                value,
                null,
                new AuditLine.Who("ida", "Ida Vest", "coordinator", "Site 101", origin)));
    }
}
