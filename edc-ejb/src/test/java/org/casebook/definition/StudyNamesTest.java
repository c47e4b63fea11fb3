package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of other visits and of rows, and what is said of names that mean nothing. */
class StudyNamesTest {

    @Test
    void namesLeadToVisitsAndRows() {
        StudyRules rules = new PainStudy().rules();
        assertThat(rules.foreignItems("VAS"))
                .extracting(ItemPath::name, ItemPath::which, ItemPath::formOid, ItemPath::itemOid)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("first.VAS.PAIN", ItemPath.Which.FIRST, "VAS", "PAIN"),
                        org.assertj.core.groups.Tuple.tuple(
                                "previous.VAS.TOTAL", ItemPath.Which.PREVIOUS, "VAS", "TOTAL"));
        assertThat(rules.paths(Set.of("rows.AE", "rows.AE.AESER", "SE_M1.VAS.PAIN", "EOS.EOSOK", "today", "PAIN")))
                .extracting(ItemPath::name)
                .containsExactlyInAnyOrder("rows.AE", "rows.AE.AESER", "SE_M1.VAS.PAIN", "EOS.EOSOK");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("VAS.PAIN > 1", 1, "filled at several visits. Write first.VAS.PAIN"),
                fault("SE_M9.VAS.PAIN > 1", 1, "no planned visit “SE_M9”"),
                fault("SE_END.VAS.PAIN > 1", 1, "The form VAS is not filled at SE_END"),
                fault("EOSOK && SE_M1.VAS.PAINN > 1", 10, "The form VAS has no item “PAINN”"),
                fault("EOSOK\n  && AE.AESER == 'Y'", 2, 6, "AE is a log: its rows are rows.AE"),
                fault("rows.CM.exists(r, true)", 1, "There is no log “CM”"),
                fault("count(rows.AE.AESERR) > 1", 1, "AESERR"),
                fault("rows.VAS.exists(r, true)", 1, "There is no log “VAS”"),
                fault("EOSOKK", 1, "There is no item or function “EOSOKK”"),
                fault("EOSOK == 1", 7, "does not work on (yes or no, a number)"));
    }

    private static Arguments fault(String check, int column, String sentence) {
        return fault(check, 1, column, sentence);
    }

    private static Arguments fault(String check, int line, int column, String sentence) {
        return Arguments.of(check, line, column, sentence);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aNameThatMeansNothingIsToldWithItemLineAndCharacter(String check, int line, int column, String sentence) {
        Fault fault = only(new PainStudy().withCheck(check));
        assertThat(fault.oid()).isEqualTo("EOSOK");
        assertThat(fault.sentence()).contains(sentence);
        assertThat(fault.sentence()).contains("Line %d, character %d".formatted(line, column));
    }

    @Test
    void onlyAVisitHasOneBefore() {
        assertThat(only(new PainStudy().with("AENO", "previous.VAS.PAIN")).sentence())
                .contains("There is no visit here that previous.VAS.PAIN could come before");
        assertThat(new PainStudy()
                        .with("AENO", "last.VAS.PAIN - first.VAS.PAIN")
                        .rules())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // on one form
                "CHG ; DIFF + 1 ; DIFF ; CHG * 2 ; M_CHG ; 1 ; VAS.CHG → SE_BASE.VAS.DIFF",
                // the first visit's total needs the last visit's
                "CHG ; SE_M3.VAS.DIFF ; DIFF ; first.VAS.CHG ; M_CHG ; 1 ; SE_M3.VAS.DIFF",
                // by way of the log
                "AENO ; last.VAS.CHG ; CHG ; PAIN + max(rows.AE.AENO) ; M_CHG ; 12 ; AE.AENO",
                // of itself, by a path
                "WORST ; EOS.WORST + 1 ; CHG ; PAIN ; M_WORST ; 1 ; SE_END.EOS.WORST → SE_END.EOS.WORST",
                "CHG ; SE_M1.VAS.CHG + 1 ; DIFF ; PAIN ; M_CHG ; 1 ; SE_M1.VAS.CHG → SE_M1.VAS.CHG",
                // of an item of the same form that needs it, by a path
                "CHG ; SE_M1.VAS.DIFF + 1 ; DIFF ; SE_M1.VAS.CHG ; M_CHG ; 1 ; SE_M1.VAS.DIFF",
                "CHG ; DIFF + 1 ; DIFF ; SE_M1.VAS.CHG ; M_CHG ; 1 ; SE_M1.VAS.DIFF",
                // of its own other rows
                "AENO ; sum(rows.AE.AENO) + 1 ; CHG ; PAIN ; M_AENO ; 5 ; AE.AENO → AE.AENO"
            })
    void whatNeedsItselfIsToldWithItemAndCharacter(
            String one, String method, String other, String otherMethod, String oid, int column, String way) {
        Fault fault = only(new PainStudy().with(one, method).with(other, otherMethod));
        assertThat(fault.sentence()).contains("needs itself").contains(way);
        assertThat(fault.sentence()).contains("Line 1, character ");
        assertThat(Set.of("M_CHG", "M_DIFF", "M_AENO", "M_WORST")).contains(fault.oid());
        assertThat(fault.element()).isEqualTo("MethodDef");
    }

    @Test
    void anItemMayLookAtItselfAtAnEarlierVisit() {
        assertThat(new PainStudy().with("CHG", "previous.VAS.CHG + PAIN").rules())
                .isNotNull();
        assertThat(new PainStudy().with("CHG", "first.VAS.CHG + PAIN").rules()).isNotNull();
    }

    /** Work and not time on the wall: other work of the machine does not count. */
    private static long seconds(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000_000L;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(%s) == 1", "mean(%s) == 1", "count(%s) == 1", "max(%s) == 1"})
    void oneHugeExpressionIsReadSoon(String call) {
        String many = Stream.generate(() -> call.formatted("WORST,".repeat(99) + "LASTP"))
                .limit(15)
                .collect(Collectors.joining(" || "));
        assertThat(seconds(() -> new PainStudy().withCheck(many).read())).isLessThan(5);
    }

    @Test
    void expressionsThatAreTooMuchTogetherAreRefusedSoon() {
        String many = Stream.generate(() -> "WORST == 1").limit(600).collect(Collectors.joining(" || "));
        String check = "<RangeCheck SoftHard=\"Soft\" cb:OID=\"CK%d\"><FormalExpression Context=\"cel\"><Code>" + many
                + "</Code></FormalExpression><ErrorMessage><TranslatedText xml:lang=\"en\" Type=\"text/plain\">No"
                + "</TranslatedText></ErrorMessage></RangeCheck>";
        String checks = IntStream.range(0, 1_000).mapToObj(check::formatted).collect(Collectors.joining());
        byte[] file = new PainStudy()
                .text()
                .replace(
                        "<RangeCheck SoftHard=\"Soft\" cb:OID=\"CK_EOSOK\">",
                        checks + "<RangeCheck SoftHard=\"Soft\" cb:OID=\"CK_EOSOK\">")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isBetween(7_000_000, 10_000_000);
        assertThat(seconds(() -> assertThatThrownBy(() -> new DefinitionReader().read(file))
                        .isInstanceOf(StudyFileIsFaulty.class)
                        .hasMessageContaining("too much together")))
                .isLessThan(5);
    }

    private static Fault only(PainStudy study) {
        StudyFileIsFaulty faulty = catchThrowableOfType(StudyFileIsFaulty.class, study::read);
        assertThat(faulty).as("refused").isNotNull();
        assertThat(faulty.faults()).as("faults").hasSize(1);
        return faulty.faults().get(0);
    }
}
