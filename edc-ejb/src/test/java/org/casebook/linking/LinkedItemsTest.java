package org.casebook.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.capture.PracticeCasebook;
import org.casebook.capture.PracticeCasebook.Place;
import org.casebook.capture.PracticeCasebook.Typed;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.NotFound;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.rules.DataType;
import org.casebook.veil.Veil;
import org.junit.jupiter.api.Test;

/** What a study file says of links between rows, how they read, and what they are called. */
class LinkedItemsTest {

    private static final String LINK = "DataType=\"text\" cb:MultiSelect=\"Yes\" cb:LinksTo=\"AE\"";

    @Test
    void an_item_leads_to_one_row_or_with_multi_select_to_several() throws IOException {
        ItemDefinition several = read(file()).item("CM", "CMAENO");
        assertThat(several.type()).isEqualTo(DataType.ROW_LINK);
        assertThat(several.link()).isEqualTo(new ItemDefinition.Link("AE", true));
        ItemDefinition one = read(file().replace(LINK, "DataType=\"text\" cb:LinksTo=\"CM\""))
                .item("CM", "CMAENO");
        assertThat(one.link()).isEqualTo(new ItemDefinition.Link("CM", false));
    }

    @Test
    void what_a_link_cannot_be_is_a_fault() throws IOException {
        assertThat(fault(LINK.replace("\"AE\"", "\"NOWHERE\""))).contains("NOWHERE, which does not exist");
        assertThat(fault(LINK.replace("\"AE\"", "\"DM\""))).contains("DM, which is no form with rows");
        assertThat(fault(LINK.replace("text", "integer"))).contains("its DataType is text");
        assertThat(fault(LINK + " cb:Widget=\"LongText\"")).contains("neither a CodeListRef nor a cb:Widget");
        assertThat(fault("DataType=\"text\" cb:LinksTo=\"\"")).contains("LinksTo");
    }

    @Test
    void ids_read_alone_and_behind_what_the_rows_are_about_and_nothing_else_does() throws IOException {
        ItemDefinition item = read(file()).item("CM", "CMAENO");
        assertThat(item.read("150").value().text()).isEqualTo("150");
        assertThat(item.read("200, 150,200").value().text()).isEqualTo("150,200");
        assertThat(item.read("AE 1 – Pain; worse № 4, 2024-03-01 #150; AE 2 #1000")
                        .value()
                        .text())
                .isEqualTo("150,1000");
        for (String wrong : List.of("AE 1", "#", "1;2", "1,", "AE 1 #150 and more", "-1", "#12x")) {
            assertThat(item.read(wrong).isUnderstood()).as(wrong).isFalse();
        }
    }

    @Test
    void a_title_tells_number_first_answer_and_first_date_and_holds_no_number_sign() throws IOException {
        StudyDefinition study = read(file());
        FormState row = row("AE", Map.of("AETERM", text("Pain #3;\nworse"), "AESTDAT", text("2024-03")));
        assertThat(row.title(study.form("AE"), "en")).isEqualTo("AE 2 – Pain № 3; worse, 2024-03");
        assertThat(row("AE", Map.of()).title(study.form("AE"), "en")).isEqualTo("AE 2");
        FormState only = row("AE", Map.of("AESEV", text("2")));
        assertThat(only.title(study.form("AE"), "en")).startsWith("AE 2 – ");
        String noted = row.title(study.form("AE"), "en") + " #77";
        assertThat(study.item("CM", "CMAENO").read(noted).value().text()).isEqualTo("77");
        assertThat(new ItemState(noted, "77", null, null, true, 1, List.of(), false).titles())
                .isEqualTo(row.title(study.form("AE"), "en"));
    }

    @Test
    void a_title_holds_nothing_of_hidden_items_and_a_link_to_hidden_rows_is_hidden() throws IOException {
        String blinded = file().replaceAll("(<ItemRef ItemOID=\"AETERM\")", "$1 cb:Blinded=\"Yes\"");
        StudyDefinition study = read(blinded);
        Veil veil = Veil.of(study, new StudyRules(study));
        FormState row = row("AE", Map.of("AETERM", text("Tingling of the verum"), "AESTDAT", text("2024-03-01")));
        assertThat(row.title(veil.shown(study.form("AE")), "en")).isEqualTo("AE 2, 2024-03-01");
        assertThat(veil.hides("CM", "CMAENO")).isFalse();
        StudyDefinition wholly = read(file().replaceAll("(<ItemRef ItemOID=\"AE[A-Z]+\")", "$1 cb:Blinded=\"Yes\""));
        assertThat(Veil.of(wholly, new StudyRules(wholly)).hides("CM", "CMAENO"))
                .isTrue();
    }

    @Test
    void in_practice_a_row_goes_by_its_number_and_must_be_there() throws IOException {
        StudyDefinition study = read(file());
        PracticeCasebook book =
                new PracticeCasebook(study, new StudyRules(study), "TP", LocalDate.parse("2026-03-02"), null);
        Place link = new Place("SE_LOGS", "CM", 1, "CMAENO");
        assertThatThrownBy(() -> book.type(link, new Typed("1", null, null))).isInstanceOf(NotFound.class);
        book.type(new Place("SE_LOGS", "AE", 1, "AETERM"), new Typed("Headache", null, null));
        book.type(link, new Typed("1", null, null));
        assertThat(book.item(link).value()).isEqualTo("1");
        assertThat(book.item(link).checks()).isEmpty();
        assertThatThrownBy(() -> book.type(link, new Typed("1,2", null, null))).isInstanceOf(NotFound.class);
    }

    private static FormState row(String form, Map<String, ItemState> items) {
        Instant at = Instant.EPOCH;
        return new FormState(
                5, "S", "1", "1-1", null, form, 2, 1, FormState.State.STARTED, false, 1, at, at, new HashMap<>(items));
    }

    private static ItemState text(String text) {
        return new ItemState(text, text, null, null, true, 1, List.of(), false);
    }

    private static String file() throws IOException {
        return Files.readString(StudyFiles.root().resolve("config/studies/bmmsc-dmso.xml"));
    }

    private static StudyDefinition read(String file) {
        return new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String fault(String marks) throws IOException {
        try {
            read(file().replace(LINK, marks));
            return "";
        } catch (StudyFileIsFaulty faulty) {
            return faulty.faults().toString();
        }
    }
}
