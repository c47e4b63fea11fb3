package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However long what is wrong in a file is, people are told a beginning of it that they can read. */
class LongFaultsTest {

    private static final String LONG = "x".repeat(90_000);

    /** What is replaced, and by what; {@code LONG} stands for ninety thousand letters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Code>!before(INJDAT, ICF.ICFDAT)</Code> | <Code>LONG > 1</Code>",
                "<Code>!before(INJDAT, ICF.ICFDAT)</Code> | <Code>'LONG' + (</Code>",
                "<Code>!before(INJDAT, ICF.ICFDAT)</Code> | <Code>date('LONG') > 1</Code>",
                "ItemOID=\"NRSLEG\" | ItemOID=\"LONG\"",
                "<ItemDef OID=\"ICFDAT\" | <ItemDef OID=\"LONG LONG\"",
                "DataType=\"partialDate\" | DataType=\"LONG\"",
                "cb:Role=\"ConsentDate\" | cb:Role=\"LONG\"",
                "cb:Critical=\"Yes\" | cb:LONG=\"Yes\"",
                "<Question> | <LONG/><Question>",
                "<Question> | LONG<Question>",
                "CodedValue=\"MILD\" | CodedValue=\"LONG,LONG\"",
            })
    void aFaultQuotesABeginning(String what, String by) throws Exception {
        String file = StudyFiles.text("bmmsc-dmso.xml");
        String damaged = file.replace(what, by.replace("LONG", LONG));
        assertThat(damaged).isNotEqualTo(file);
        StudyFileIsFaulty refusal = catchThrowableOfType(
                StudyFileIsFaulty.class, () -> new DefinitionReader().read(damaged.getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.sentence()).hasSizeLessThan(1_000).doesNotContain("x".repeat(301));
            assertThat(fault.oid()).hasSizeLessThan(210);
            assertThat(fault.element()).hasSizeLessThan(210);
        });
        assertThat(refusal.faults()).extracting(Fault::line).allMatch(line -> line > 0);
        assertThat(refusal.getMessage()).hasSizeLessThan(6_000);
    }
}
