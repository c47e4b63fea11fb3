package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped studies as files of the standard; that our own parts fit our schema is checked whenever they are read. */
class ShippedFilesTest {

    /** CDISC's schema is not ours to ship; where the test material lies beside the project, the files are held against it. */
    @ParameterizedTest
    @ValueSource(strings = {"bmmsc-dmso.xml", "peer.xml", "cdash-starters.xml"})
    void isValidOdmOnceOurPartsAreTakenAway(String name) throws Exception {
        assertThat(OdmSchema.errors(Files.readAllBytes(StudyFiles.path(name)))).isEmpty();
    }
}
