package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.casebook.explanation.Explanation;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.explanation.Explanations;
import org.casebook.explanation.ItemCard;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.schedule.VisitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why something is as it is: the rule in words, its inputs with values, and where to mend each. */
class ExplanationsIT extends InContainer {

    private static final String STUDY = "THIRTY";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private Trial trial;

    @Inject
    private Casework work;

    @Inject
    private Explanations explanations;

    @Inject
    private VisitPlan plan;

    private String subject;
    private long base;

    @BeforeEach
    void enrol() {
        trial.open(STUDY, "studies/thirty.xml");
        subject = trial.participant(STUDY, "101");
        base = work.start(SITE, subject, "SE_BASE", "EXAM");
    }

    @Test
    void randomisation_tells_all_that_it_waits_for_with_inputs_and_ways_to_mend_them() {
        trial.open("WHYGATE");
        String person = trial.participant("WHYGATE", "101");
        Scope there = Scope.of("WHYGATE", "101");
        List<Reason> reasons = explanations.randomization(there, person).reasons();
        assertThat(reasons)
                .extracting(Reason::sentence)
                .anyMatch(said -> said.startsWith("The date of informed consent"));
        assertThat(reasons).extracting(Reason::sentence).anyMatch(said -> said.startsWith("Eligibility has not been"));
        Input asked = reasons.get(0).inputs().stream()
                .filter(input -> input.mend().item().equals("ICFDAT"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.value()).isNull();
        assertThat(asked.mend().form()).as("not started").isNull();

        long consent = work.start(there, person, "SE_SCREEN", "ICF");
        work.type(there, consent, "ICFYN", "yes");
        work.type(there, consent, "ICFDAT", "2026-01-15");
        long eligibility = work.start(there, person, "SE_SCREEN", "IE");
        work.type(there, eligibility, "LBPDUR", "2");
        List<Reason> later = explanations.randomization(there, person).reasons();
        assertThat(later)
                .extracting(Reason::sentence)
                .noneMatch(said -> said.startsWith("The date of informed consent"));
        assertThat(later)
                .filteredOn(reason -> reason.formula() != null)
                .as("criteria with their rules")
                .isNotEmpty()
                .flatExtracting(Reason::inputs)
                .extracting(input -> input.mend() == null ? null : input.mend().form())
                .contains(eligibility);
    }

    @Test
    void a_hidden_item_tells_the_condition_its_inputs_and_where_to_answer() {
        Reason waits = only(explanations.item(SITE, base, "PAIN"));
        assertThat(waits.sentence()).contains("not asked yet");
        assertThat(waits.rule()).isEqualTo("Left out when: “Pain today” is no");
        assertThat(waits.formula()).isEqualTo("!PAINYN");
        Input input = waits.inputs().get(0);
        assertThat(input.value()).isNull();
        assertThat(input.mend()).isEqualTo(new Explanation.Mend(subject, "SE_BASE", base, "PAINYN", null));

        work.type(SITE, base, "PAINYN", "no");
        Reason hidden = only(explanations.item(SITE, base, "PAIN"));
        assertThat(hidden.sentence()).startsWith("This is not asked, since the rule below holds");
        assertThat(hidden.inputs()).extracting(Input::value).containsExactly("no");
        work.type(SITE, base, "PAINYN", "yes");
        assertThat(only(explanations.item(SITE, base, "PAIN")).sentence()).startsWith("This is asked");
    }

    @Test
    void a_check_without_message_speaks_in_a_sentence_and_tells_its_range() {
        work.type(SITE, base, "SYS", "310");
        Reason soft = only(explanations.item(SITE, base, "SYS"));
        assertThat(soft.sentence())
                .startsWith("Systolic pressure: 310 is outside 60–250 mmHg. Check the value. This is a warning");
        assertThat(soft.rule()).isEqualTo("Expected: 60–250 mmHg");
        assertThat(soft.inputs()).extracting(Input::value).containsExactly("310 mmHg");

        // what fails a hard check does not count, so that its soft range is silent
        work.type(SITE, base, "DIA", "320");
        assertThat(explanations.item(SITE, base, "DIA").reasons())
                .extracting(Reason::rule)
                .containsExactly("Expected: “Diastolic pressure” is less than “Systolic pressure”");
    }

    @Test
    void a_computed_item_tells_what_it_looks_at_on_this_form_and_at_the_visit_before() {
        work.type(SITE, base, "PAINYN", "yes");
        work.type(SITE, base, "PAIN", "60");
        long month1 = work.start(SITE, subject, "SE_M1", "EXAM");
        work.type(SITE, month1, "PAINYN", "yes");
        Reason waits = only(explanations.item(SITE, month1, "PAINCHG"));
        assertThat(waits.sentence()).contains("cannot be computed yet");
        work.type(SITE, month1, "PAIN", "45");
        Reason computed = only(explanations.item(SITE, month1, "PAINCHG"));
        assertThat(computed.inputs()).extracting(Input::value).containsExactly("45 mm", "60");
        assertThat(computed.inputs().get(1).place()).isEqualTo("Baseline · Examination");
        assertThat(computed.inputs().get(1).mend().form()).isEqualTo(base);
    }

    @Test
    void a_form_tells_what_completing_waits_for_and_who_may_enter() {
        List<Reason> reasons = explanations.form(SITE, base).reasons();
        assertThat(reasons.get(0).sentence()).contains("can be filled");
        assertThat(reasons.get(1).sentence()).contains("waits for 7 answers");
        assertThat(reasons.get(1).inputs())
                .extracting(input -> input.mend().item())
                .containsExactly("VISDAT", "EXAMINER", "POSITION", "SYS", "DIA", "PAINYN", "FIT");
        trial.as(People.person("monitor-thirty", "/studies/" + STUDY + "/all/monitor"));
        assertThat(explanations.form(Scope.of(STUDY), base).reasons().get(0).sentence())
                .contains("Your role reads data here");
    }

    @Test
    void a_visit_tells_its_window_and_from_what_it_is_counted() {
        LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(6);
        plan.date(SITE, subject, "SE_BASE", day, null);
        Reason overdue = only(explanations.visit(SITE, subject, "SE_M3"));
        LocalDate planned = day.plusMonths(3);
        assertThat(overdue.sentence()).contains("closed on " + planned.plusDays(7));
        assertThat(overdue.rule())
                .isEqualTo(
                        "Planned for " + planned + ", between " + planned.minusDays(7) + " and " + planned.plusDays(7));
        assertThat(overdue.formula())
                .isEqualTo("Planned 3 months after Baseline, up to 7 days earlier and 7 days later");
        assertThat(overdue.inputs()).extracting(Input::value).startsWith(day.toString(), null);
    }

    @Test
    void a_visit_without_a_window_tells_that_it_has_none() {
        assertThat(only(explanations.visit(SITE, subject, "SE_BASE")).sentence())
                .startsWith("The study sets no window");
    }

    @Test
    void the_card_says_what_an_item_is() {
        ItemCard card = explanations.card(SITE, base, "SYS");
        assertThat(card.type()).isEqualTo("Whole number");
        assertThat(card.unit()).isEqualTo("mmHg");
        assertThat(card.checks())
                .extracting(ItemCard.Rule::words)
                .containsExactly("Expected: 60–250 mmHg", "Expected: 60–250 mmHg", "Expected: less than 400 mmHg");
        assertThat(explanations.card(SITE, base, "POSITION").answers())
                .containsExactly("SIT = Sitting", "LIE = Lying", "STAND = Standing");
        assertThat(explanations.card(SITE, base, "MAP").method().words())
                .isEqualTo("Computed as: “Diastolic pressure” + (“Systolic pressure” − “Diastolic pressure”) ÷ 3");
    }

    @Test
    void nothing_is_told_of_another_site_s_participants() {
        Scope other = Scope.of(STUDY, "102");
        trial.coordinator(STUDY, "102");
        assertThatThrownBy(() -> explanations.item(other, base, "PAIN")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explanations.form(other, base)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explanations.visit(other, subject, "SE_M3")).isInstanceOf(NotFound.class);
    }

    private static Reason only(Explanation explanation) {
        assertThat(explanation.reasons()).hasSize(1);
        return explanation.reasons().get(0);
    }
}
