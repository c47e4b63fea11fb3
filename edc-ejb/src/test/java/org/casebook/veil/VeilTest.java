package org.casebook.veil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.junit.jupiter.api.Test;

class VeilTest {

    private static StudyDefinition study(String mark) throws IOException {
        String file = Files.readString(StudyFiles.root().resolve("edc-it/src/test/resources/studies/blinded.xml"));
        return new DefinitionReader().read(file.replace("BLIND=\"\"", mark).getBytes(StandardCharsets.UTF_8));
    }

    private static Veil veil(StudyDefinition study) {
        return Veil.of(study, new StudyRules(study));
    }

    @Test
    void without_a_mark_nothing_is_hidden() throws IOException {
        assertThat(veil(study(""))).isEqualTo(Veil.NONE);
    }

    @Test
    void what_is_computed_from_a_marked_item_is_hidden_with_what_is_computed_from_that_and_what_it_shows()
            throws IOException {
        Veil veil = veil(study("cb:Blinded=\"Yes\""));
        assertThat(veil.items())
                .containsExactlyInAnyOrder(
                        "F.DOSE/VIAL", "F.VIALS/ROWVIAL", "F.DOSE/LABEL", "F.DOSE/TEXT2", "F.DOSE/WHY");
        assertThat(veil.hides("F.VIALS", "ROWNOTE")).isFalse();
    }

    @Test
    void a_check_that_looks_at_a_hidden_item_is_hidden_on_the_item_that_is_seen() throws IOException {
        StudyDefinition study = study("cb:Blinded=\"Yes\"");
        Veil veil = veil(study);
        assertThat(veil.checks()).containsExactly("F.DOSE/WEIGHT/CK.WEIGHT");
        assertThat(veil.hides("F.DOSE", "WEIGHT")).isFalse();
        assertThat(veil.hides("F.DOSE", "WEIGHT", "CK.WEIGHT")).isTrue();
        assertThat(veil.hides("F.DOSE", "WEIGHT", null)).isFalse();
        assertThat(veil.shown(study.form("F.DOSE")).items())
                .extracting(ItemDefinition::oid)
                .containsExactly("WEIGHT");
    }

    @Test
    void either_version_hides() throws IOException {
        Veil marked = veil(study("cb:Blinded=\"Yes\""));
        assertThat(Veil.NONE.and(marked)).isEqualTo(marked);
        assertThat(marked.and(Veil.NONE)).isEqualTo(marked);
        assertThat(marked.and(marked)).isEqualTo(marked);
    }

    @Test
    void a_visit_of_one_arm_is_hidden_however_often_it_takes_place() throws IOException {
        Veil veil = veil(StudyFiles.read("bmmsc-dmso.xml"));
        assertThat(veil.events()).contains("SE_XMONTH3").doesNotContain("SE_UNSCH");
        assertThat(veil.hidesEvent("SE_XMONTH3~2")).isTrue();
        assertThat(veil.hidesEvent("SE_XMONTH3~99")).isTrue();
        assertThat(veil.hidesEvent("SE_UNSCH~2")).isFalse();
        assertThat(veil.withEventsSeen().hidesEvent("SE_XMONTH3~2")).isFalse();
    }
}
