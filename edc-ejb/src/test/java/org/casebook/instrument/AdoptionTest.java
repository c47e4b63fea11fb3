package org.casebook.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.OdmSchema;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Invalid;
import org.casebook.rendering.CanonicalFile;
import org.casebook.rules.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instruments taken into the files of studies make sound studies, and score there as they do alone. */
class AdoptionTest {

    private static final NewVersion NEXT =
            new NewVersion("CDASH_STARTERS.2", "", Instant.parse("2026-11-23T08:00:00.5Z"));

    private static StudyDefinition starters() throws IOException {
        return StudyFiles.read("cdash-starters.xml");
    }

    private static StudyDefinition taken(StudyDefinition study, List<Wish> wishes, String... events) {
        return new DefinitionReader().read(CanonicalFile.of(Adoption.of(study, wishes, List.of(events), NEXT)));
    }

    private static Wish wish(String form) {
        return new Wish(form, Map.of());
    }

    static List<String> all() {
        return List.copyOf(Library.files().keySet());
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_instrument_of_the_library_can_be_taken_into_the_starters(String form) throws Exception {
        StudyDefinition study = taken(starters(), List.of(wish(form)), "SE_SCREEN", "SE_VISIT");
        assertThat(Misfits.of(study)).isEmpty();
        assertThat(Instruments.find(study, form))
                .isEqualTo(Instruments.find(Library.find(form).orElseThrow(), form));
        assertThat(OdmSchema.errors(CanonicalFile.of(study))).isEmpty();
    }

    @Test
    void all_of_them_stand_behind_the_forms_of_the_visits_chosen_and_at_no_others() throws IOException {
        StudyDefinition before = starters();
        StudyDefinition after =
                taken(before, all().stream().map(AdoptionTest::wish).toList(), "SE_VISIT");
        List<String> forms = after.event("SE_VISIT").forms().stream()
                .map(EventDefinition.FormRef::formOid)
                .toList();
        assertThat(forms).hasSize(18).startsWith("VS", "LB").endsWith("PGM");
        assertThat(after.event("SE_SCREEN")).isEqualTo(before.event("SE_SCREEN"));
        assertThat(after.forms()).containsAllEntriesOf(before.forms());
        assertThat(after.testParticipants()).hasSameSizeAs(before.testParticipants());
        assertThat(after.versionOid()).isEqualTo("CDASH_STARTERS.2");
        assertThat(after.versionName()).isEqualTo(before.versionName());
        assertThat(after.source().attributes()).containsEntry("CreationDateTime", "2026-11-23T08:00:00Z");
    }

    @Test
    void a_study_may_ask_for_another_number_of_answers_where_the_publications_leave_it_open() throws IOException {
        StudyDefinition study = taken(starters(), List.of(new Wish("QBPDS", Map.of("QBPDSSCORE", 18))), "SE_VISIT");
        assertThat(Instruments.find(study, "QBPDS")
                        .orElseThrow()
                        .scores()
                        .get(0)
                        .least())
                .isEqualTo(18);
        assertThat(score(study, 18)).isEqualByComparingTo("40");
        assertThat(score(study, 17)).isNull();
        assertThat(score(Library.find("QBPDS").orElseThrow(), 19)).isNull();
    }

    /** So many answers of 2. */
    private static BigDecimal score(StudyDefinition study, int answered) {
        Map<String, TypedValue> answers = new HashMap<>();
        for (int item = 1; item <= answered; item++) {
            answers.put(
                    "QBPDS" + item,
                    study.item("QBPDS", "QBPDS" + item).read("2").value());
        }
        TypedValue score = new StudyRules(study)
                .form("QBPDS")
                .judge(answers, Map.of())
                .derived()
                .get("QBPDSSCORE");
        return score == null ? null : score.number();
    }

    @Test
    void what_cannot_be_taken_is_refused_with_its_reason() throws IOException {
        StudyDefinition study = starters();
        refused(study, List.of(), "Choose at least one instrument", "SE_VISIT");
        refused(study, List.of(wish("VAS")), "Choose at least one instrument");
        refused(study, List.of(wish("EQ5D")), "no instrument EQ5D", "SE_VISIT");
        refused(study, List.of(wish("VAS")), "no visit SE_LOGS", "SE_LOGS");
        refused(study, List.of(wish("VAS")), "no visit SE_NONE", "SE_NONE");
        refused(study, List.of(wish("VAS"), wish("VAS")), "has the form VAS already", "SE_VISIT");
        refused(study, List.of(new Wish("FRI", Map.of("FRISCORE", 5))), "The authors", "SE_VISIT");
        refused(study, List.of(new Wish("ODI", Map.of("ODISCORE", 11))), "from 1 to 10 items", "SE_VISIT");
        refused(study, List.of(new Wish("ODI", Map.of("ODISCORE", 0))), "from 1 to 10 items", "SE_VISIT");
        refused(study, List.of(new Wish("ODI", Map.of("ODI1", 1))), "no score ODI1", "SE_VISIT");
        refused(StudyFiles.read("bmmsc-dmso.xml"), List.of(wish("ODI")), "has the form ODI already", "SE_SCREEN");
        assertThatThrownBy(() -> new NewVersion("a b", "", Instant.EPOCH)).isInstanceOf(Invalid.class);
    }

    private static void refused(StudyDefinition study, List<Wish> wishes, String sentence, String... events) {
        assertThatThrownBy(() -> taken(study, wishes, events))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void an_OID_that_means_something_else_in_the_study_is_a_clash() throws IOException {
        StudyDefinition study = new DefinitionReader()
                .read(StudyFiles.text("cdash-starters.xml")
                        .replace("\"M_BMI\"", "\"M_ODI\"")
                        .getBytes());
        refused(study, List.of(wish("ODI")), "for something else: M_ODI", "SE_VISIT");
    }

    @Test
    void units_that_mean_the_same_are_shared() throws IOException {
        StudyDefinition trial = StudyFiles.read("bmmsc-dmso.xml");
        StudyDefinition study = new DefinitionReader()
                .read(CanonicalFile.of(
                        Adoption.of(trial, List.of(wish("VAS"), wish("GI")), List.of("SE_SCREEN"), NEXT)));
        assertThat(study.units()).isEqualTo(trial.units());
    }
}
