package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.kernel.Scope;
import org.casebook.schedule.VisitPlan;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OIDs with dots, colons, hyphens, digits in front and words of the expression language, all the way through an entry. */
class AuthorsOidsIT extends AtTheSite {
    private static final String STUDY = "Study:OIDS-1.0";
    private static final Scope SITE = Scope.of(STUDY, "101");
    private static final String TEMPERATURE = "ODM.IT.VS.TEMP.VSORRES";

    @Inject
    private Participants participants;

    @Inject
    private VisitPlan plan;

    private String subject;

    @BeforeEach
    void enrol() {
        trial.open(STUDY, "studies/oids.xml");
        subject = trial.participant(STUDY, "101");
    }

    @Test
    void conditions_criteria_and_windows_find_their_items() {
        long consent = work.start(SITE, subject, "Visit.1", "Form.consent");
        assertThat(item(consent, "size").hidden()).isTrue();
        work.type(SITE, consent, "I.1", "2026-03-01");
        work.type(SITE, consent, "1st-answer", "yes");
        assertThat(item(consent, "size").hidden()).isFalse();
        work.type(SITE, consent, "__proto__", "stored like any other");
        assertThat(item(consent, "__proto__").value()).isEqualTo("stored like any other");
        assertThat(participants.get(SITE, subject).gate().criteria())
                .extracting(CriterionResult::verdict)
                .containsExactly(CriterionResult.Verdict.MET);
        assertThat(plan.plan(SITE, subject))
                .filteredOn(visit -> visit.event().equals("Visit:2"))
                .singleElement()
                .extracting(visit -> visit.window().planned())
                .isEqualTo(LocalDate.parse("2026-03-15"));
        work.complete(SITE, consent);
        assertThat(book.get(SITE, consent).state()).isEqualTo(FormState.State.COMPLETE);
    }

    @Test
    void derivations_and_checks_look_at_items_here_and_at_another_visit() {
        long first = work.start(SITE, subject, "Visit.1", "Form.vitals");
        work.type(SITE, first, TEMPERATURE, "36.5");
        assertThat(item(first, "ODM.IT.VS.TEMP.F").value()).isEqualTo("97.7");
        work.type(SITE, first, "I.how", "EAR");
        long second = work.start(SITE, subject, "Visit:2", "Form.vitals");
        work.type(SITE, second, TEMPERATURE, "40");
        assertThat(item(second, TEMPERATURE).checks()).containsExactly("CK.temp:rise");
        work.type(SITE, first, TEMPERATURE, "37.5");
        assertThat(item(second, TEMPERATURE).checks()).isEmpty();
        assertThat(capture.history(SITE, second, TEMPERATURE)).hasSize(3);
        assertThat(capture.open(SITE, second).sections())
                .flatExtracting(CaseFormView.Section::items)
                .extracting(CaseFormView.Item::oid)
                .contains(TEMPERATURE);
    }

    @Test
    void rows_of_logs_are_kept_under_their_form() {
        long row = capture.addRow(SITE, subject, "Form.AE-log");
        work.type(SITE, row, "AE.TERM", "Headache");
        assertThat(capture.rows(SITE, subject, "Form.AE-log"))
                .extracting(FormState::id)
                .containsExactly(row);
        assertThat(desk.complete(SITE, row).form()).isEqualTo("Form.AE-log");
    }

    private ItemState item(long form, String oid) {
        return book.get(SITE, form).item(oid);
    }
}
