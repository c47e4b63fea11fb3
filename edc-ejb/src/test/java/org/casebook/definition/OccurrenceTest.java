package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.casebook.definition.EventDefinition.Kind;
import org.casebook.definition.EventDefinition.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that take place more than once: each occurrence is an event of its own, made from the one that is planned. */
class OccurrenceTest {

    private static StudyDefinition bmmsc() throws Exception {
        return StudyFiles.read("bmmsc-dmso.xml");
    }

    /** The small study, whose visit SE_M1 is scheduled and may repeat. */
    private static StudyDefinition monthly() {
        String file = new PainStudy()
                .text()
                .replace(
                        "OID=\"SE_M1\" Name=\"SE_M1\" Repeating=\"No\"",
                        "OID=\"SE_M1\" Name=\"SE_M1\" Repeating=\"Yes\"")
                .replace(
                        "OID=\"SE_LOGS\" Name=\"SE_LOGS\" Repeating=\"No\"",
                        "OID=\"SE_LOGS\" Name=\"SE_LOGS\" Repeating=\"Yes\"");
        return new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"SE,1,SE", "SE,2,SE~2", "SE,10,SE~10", "SE,99,SE~99"})
    void a_reference_says_event_and_number(String event, int number, String reference) {
        assertThat(new Occurrence(event, number).reference()).isEqualTo(reference);
        assertThat(Occurrence.of(reference)).isEqualTo(new Occurrence(event, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SE~1", "SE~0", "SE~02", "SE~100", "SE~-2", "SE~", "~2", "SE~2~3", "SE~x", "SE 2", ""})
    void nothing_else_is_a_later_occurrence(String reference) throws Exception {
        assertThat(Occurrence.of(reference)).isEqualTo(new Occurrence(reference, 1));
        assertThat(bmmsc().findEvent(reference.replace("SE", "SE_UNSCH"))).isEmpty();
    }

    @Test
    void a_later_occurrence_is_the_same_visit_with_its_number_behind_its_name_in_each_language() throws Exception {
        StudyDefinition study = bmmsc();
        EventDefinition first = study.event("SE_UNSCH");
        EventDefinition third = study.event("SE_UNSCH~3");
        assertThat(first.repeats()).isTrue();
        assertThat(third.oid()).isEqualTo("SE_UNSCH~3");
        assertThat(third.plannedOid()).isEqualTo("SE_UNSCH");
        assertThat(third.name().in("en")).isEqualTo("Unscheduled visit 3");
        assertThat(third.name().in("de")).isEqualTo("Außerplanmäßige Visite 3");
        assertThat(third.forms()).isEqualTo(first.forms());
        assertThat(third.order()).isEqualTo(first.order());
        assertThat(study.events()).extracting(EventDefinition::oid).doesNotContain("SE_UNSCH~3");
    }

    @Test
    void one_of_one_arm_stays_one_of_that_arm() throws Exception {
        StudyDefinition study = bmmsc();
        assertThat(study.eventsOfOneArm())
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(study.event(event.oid() + "~2").armOid()).isEqualTo(event.armOid()));
    }

    @Test
    void a_scheduled_one_is_a_visit_out_of_plan_from_its_second_time_on() {
        StudyDefinition study = monthly();
        assertThat(study.event("SE_M1").kind()).isEqualTo(Kind.SCHEDULED);
        assertThat(study.event("SE_M1").repeats()).isTrue();
        assertThat(study.event("SE_M1~2").kind()).isEqualTo(Kind.UNSCHEDULED);
        assertThat(study.event("SE_M1~2").timing()).isNull();
    }

    @Test
    void a_log_takes_place_once() {
        assertThat(monthly().event("SE_LOGS").repeats()).isFalse();
        assertThat(monthly().findEvent("SE_LOGS~2")).isEmpty();
    }

    @Test
    void the_next_one_follows_the_last_that_was_recorded() throws Exception {
        EventDefinition visit = bmmsc().event("SE_UNSCH");
        assertThat(visit.next(Set.of("SE_BASE"))).get().isEqualTo(visit);
        assertThat(visit.next(Set.of("SE_UNSCH"))).map(EventDefinition::oid).contains("SE_UNSCH~2");
        assertThat(visit.next(Set.of("SE_UNSCH", "SE_UNSCH~12", "SE_UNSCH~7", "SE_OTHER~40")))
                .map(EventDefinition::oid)
                .contains("SE_UNSCH~13");
        assertThat(visit.next(Set.of("SE_UNSCH~99"))).isEmpty();
    }

    @Test
    void what_is_scheduled_comes_again_only_after_it_was_recorded_and_only_where_it_repeats() {
        EventDefinition monthly = monthly().event("SE_M1");
        assertThat(monthly.next(Set.of())).isEmpty();
        assertThat(monthly.next(Set.of("SE_M1"))).map(EventDefinition::oid).contains("SE_M1~2");
        assertThat(monthly().event("SE_M3").next(Set.of("SE_M3"))).isEmpty();
        assertThat(monthly().event("SE_LOGS").next(Set.of("SE_LOGS"))).isEmpty();
    }

    @Test
    void recorded_occurrences_stand_behind_their_event_by_their_numbers() {
        assertThat(monthly().eventsWith(List.of("SE_M1~10", "SE_END", "SE_M1~2", "SE_GONE~2", "SE_LOGS~2")))
                .extracting(EventDefinition::oid)
                .containsExactly("SE_BASE", "SE_M1", "SE_M1~2", "SE_M1~10", "SE_M3", "SE_END", "SE_LOGS");
    }

    @Test
    void rules_look_at_planned_visits_alone() {
        StudyRules rules = new StudyRules(monthly());
        assertThat(rules.visits("VAS")).containsExactly("SE_BASE", "SE_M1", "SE_M3");
        assertThat(rules.form("VAS", "SE_M1~2")).isSameAs(rules.form("VAS"));
    }
}
