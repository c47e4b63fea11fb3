package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;

/** OIDs that expressions cannot tell apart. */
class SharedNamesTest {

    @Test
    void twoItemsOfOneFormMustHaveTwoNames() {
        assertThatThrownBy(() -> peer("\"DMDAT\"", "\"A.B\"", "\"BRTHDAT\"", "\"A:B\""))
                .isInstanceOfSatisfying(
                        StudyFileIsFaulty.class,
                        refusal -> assertThat(refusal.faults()).anySatisfy(fault -> {
                            assertThat(fault.oid()).isEqualTo("DM");
                            assertThat(fault.line()).isPositive();
                            assertThat(fault.sentence()).contains("A_B would mean the items A.B and A:B");
                        }));
    }

    @Test
    void twoVisitsWithTheSameFormMustHaveTwoNames() {
        assertThatThrownBy(() -> peer("\"SE_VISIT1\"", "\"SE.V\"", "\"SE_VISIT2\"", "\"SE-V\""))
                .isInstanceOfSatisfying(
                        StudyFileIsFaulty.class,
                        refusal -> assertThat(refusal.faults()).anySatisfy(fault -> {
                            assertThat(fault.oid()).isEqualTo("SE-V");
                            assertThat(fault.sentence()).contains("SE_V.VS.");
                        }));
    }

    @Test
    void itemsThatNeverMeetMayShareAName() throws IOException {
        assertThat(peer("\"DMDAT\"", "\"A.B\"", "\"VSDAT\"", "\"A:B\"")
                        .item("VS", "A:B")
                        .nameInExpressions())
                .isEqualTo("A_B");
    }

    private static StudyDefinition peer(String... replacements) throws IOException {
        String text = StudyFiles.text("peer.xml");
        for (int i = 0; i < replacements.length; i += 2) {
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return new DefinitionReader().read(text.getBytes(StandardCharsets.UTF_8));
    }
}
