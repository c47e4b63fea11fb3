package org.casebook.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.casebook.attachment.AttachmentView;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.Test;

/** Where a file lies in the zip: readable, one of its kind, and never outside its folder. */
class AttachmentPathTest {

    private static final ItemDefinition ITEM =
            CutFixture.study().form("F.DM").items().get(0);

    @Test
    void a_file_lies_by_participant_visit_form_and_row() {
        assertThat(path("MRI März.pdf", null))
                .isEqualTo("attachments/101-001/SE.1/F.DM/" + ITEM.oid() + "-7-MRI März.pdf");
        assertThat(path("a.pdf", 3)).isEqualTo("attachments/101-001/SE.1/F.DM-3/" + ITEM.oid() + "-7-a.pdf");
    }

    @Test
    void no_name_leads_out_of_its_folder() {
        for (String name :
                new String[] {"../../x.pdf", "..\\x.pdf", "C:x.pdf", "a\u0000b.pdf", "x".repeat(400) + ".pdf"}) {
            String path = path(name, null);
            assertThat(path.split("/")).hasSize(5).noneMatch(part -> part.equals("..") || part.equals("."));
            assertThat(path).doesNotContain("\\", ":", "\u0000").hasSizeLessThan(200);
        }
    }

    private static String path(String name, Integer row) {
        CaseRow.Place place = new CaseRow.Place("101", "101-001", "SE.1", null, "F.DM", row);
        AttachmentView file = new AttachmentView(
                7,
                Scope.of("TRIAL", "101"),
                "101-001",
                1,
                "F.DM",
                "I",
                name,
                FileKind.PDF,
                1,
                "00",
                Instant.EPOCH,
                "N");
        return DatasetArchive.path(place, ITEM, file);
    }
}
