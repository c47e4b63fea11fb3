package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.casebook.capture.PracticeCasebook.Place;
import org.casebook.capture.PracticeCasebook.Typed;
import org.casebook.definition.PainStudy;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.junit.jupiter.api.Test;

/** Values of other visits and rows of logs in rules, and how changes spread. */
class OtherVisitsTest {

    private PracticeCasebook book = book(new PainStudy());

    private static PracticeCasebook book(PainStudy definition) {
        StudyDefinition study = definition.read();
        return new PracticeCasebook(study, new StudyRules(study), "P", LocalDate.parse("2026-03-02"), null);
    }

    @Test
    void aChangeAtAnEarlierVisitIsFollowedAtTheLaterOnes() {
        pain("SE_BASE", "80");
        pain("SE_M1", "60");
        pain("SE_M3", "50");
        assertThat(value("SE_BASE", "CHG")).isNull();
        assertThat(value("SE_M1", "CHG")).isEqualTo("-20.0");
        assertThat(value("SE_M3", "CHG")).isEqualTo("-30.0");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-10.0");
        assertThat(value("SE_M3", "TOTAL")).isEqualTo("190.0");
        pain("SE_M1", "70.5");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-20.5");
        assertThat(value("SE_M3", "TOTAL")).isEqualTo("200.5");
        pain("SE_BASE", "90");
        assertThat(value("SE_M3", "CHG")).isEqualTo("-40.0");
        assertThat(value("SE_M3", "TOTAL")).isEqualTo("210.5");
    }

    @Test
    void visitsFilledInAnotherOrderComeToTheSame() {
        pain("SE_M3", "50");
        assertThat(value("SE_M3", "CHG")).isNull();
        assertThat(value("SE_M3", "TOTAL")).isEqualTo("50.0");
        pain("SE_M1", "60");
        assertThat(value("SE_M3", "CHG")).isEqualTo("-10.0");
        pain("SE_BASE", "80");
        assertThat(value("SE_M3", "CHG")).isEqualTo("-30.0");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-10.0");
        assertThat(value("SE_M3", "TOTAL")).isEqualTo("190.0");
    }

    @Test
    void theVisitBeforeIsTheLatestThatWasFilled() {
        pain("SE_BASE", "80");
        pain("SE_M3", "50");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-30.0");
        pain("SE_M1", "60");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-10.0");
        pain("SE_M1", null);
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-30.0");
    }

    @Test
    void aValueThatFailsItsHardCheckCountsAtNoVisit() {
        pain("SE_BASE", "80");
        pain("SE_M1", "101");
        pain("SE_M3", "50");
        assertThat(value("SE_M1", "CHG")).isNull();
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-30.0");
        pain("SE_M1", "100");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-50.0");
    }

    @Test
    void valuesCountInTheStandardUnit() {
        pain("SE_BASE", "80");
        book.type(at("SE_M1", "PAIN"), new Typed("6.5", "UN_CM", null));
        assertThat(value("SE_M1", "CHG")).isEqualTo("-15.0");
        pain("SE_M3", "50");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-15.0");
        book.type(at("SE_M1", "PAIN"), new Typed("10.1", "UN_CM", null));
        assertThat(book.item(at("SE_M1", "PAIN")).checks()).containsExactly("CK_PAIN");
        assertThat(value("SE_M3", "DIFF")).isEqualTo("-30.0");
    }

    @Test
    void rowsOfALogTurnACheckOnAndOff() {
        Place ok = new Place("SE_END", "EOS", null, "EOSOK");
        book.type(ok, new Typed("yes", null, null));
        assertThat(book.item(ok).checks()).isEmpty();
        row(1, "AETERM", "headache");
        // whether it was serious is not known yet
        assertThat(book.item(ok).checks()).isEmpty();
        row(1, "AESER", "Y");
        assertThat(book.item(ok).checks()).containsExactly("CK_EOSOK");
        row(1, "AESER", "N");
        assertThat(book.item(ok).checks()).isEmpty();
        row(2, "AESER", "Y");
        assertThat(book.item(ok).checks()).containsExactly("CK_EOSOK");
    }

    @Test
    void whatIsComputedFromRowsFollowsThem() {
        book.type(new Place("SE_END", "EOS", null, "EOSOK"), new Typed("yes", null, null));
        pain("SE_BASE", "80");
        row(1, "AEDAYS", "3");
        row(2, "AEDAYS", "11");
        assertThat(end("WORST")).isEqualTo("11.0");
        assertThat(end("LASTP")).isEqualTo("80.0");
        pain("SE_M3", "20");
        assertThat(end("LASTP")).isEqualTo("20.0");
        row(2, "AEDAYS", "2");
        assertThat(end("WORST")).isEqualTo("3.0");
    }

    @Test
    void aRowSeesTheOtherRows() {
        row(1, "AETERM", "a");
        row(2, "AETERM", "b");
        row(3, "AETERM", "c");
        assertThat(book.item(new Place("SE_LOGS", "AE", 1, "AENO")).value()).isEqualTo("3.0");
        assertThat(book.item(new Place("SE_LOGS", "AE", 3, "AENO")).value()).isEqualTo("3.0");
    }

    @Test
    void chainsAcrossFormsComeBackToTheFormWhereTheyBegan() {
        book = book(new PainStudy()
                .with("LASTP", "SE_BASE.VAS.PAIN * 2")
                .with("CHG", "EOS.LASTP + 1")
                .with("WORST", "SE_BASE.VAS.CHG"));
        book.type(new Place("SE_END", "EOS", null, "EOSOK"), new Typed("yes", null, null));
        pain("SE_BASE", "10");
        assertThat(value("SE_BASE", "CHG")).isEqualTo("21.0");
        assertThat(end("WORST")).isEqualTo("21.0");
    }

    @Test
    void aPathToTheFormItselfIsItsOwnValueAndToAnotherVisitThatOne() {
        book = book(new PainStudy().with("CHG", "PAIN - SE_M1.VAS.PAIN").with("DIFF", "SE_M1.VAS.CHG + PAIN"));
        pain("SE_BASE", "80");
        assertThat(value("SE_BASE", "CHG")).isNull();
        pain("SE_M1", "60");
        assertThat(value("SE_M1", "CHG")).isEqualTo("0.0");
        assertThat(value("SE_M1", "DIFF")).isEqualTo("60.0");
        assertThat(value("SE_BASE", "CHG")).isEqualTo("20.0");
        pain("SE_M1", "55");
        assertThat(value("SE_M1", "DIFF")).isEqualTo("55.0");
        assertThat(value("SE_BASE", "CHG")).isEqualTo("25.0");
        pain("SE_M1", null);
        assertThat(value("SE_M1", "CHG")).isNull();
        assertThat(value("SE_BASE", "CHG")).isNull();
    }

    @Test
    void aFormAtOneVisitMayNameItselfByFormOrByVisitAndForm() {
        book = book(new PainStudy()
                .with("LASTP", "EOS.WORST * 2")
                .with("WORST", "isMissing(SE_END.EOS.EOSOK) ? 1 : (EOS.EOSOK ? 2 : 3)")
                .withCheck("SE_END.EOS.EOSOK")
                .withCondition("SE_END.EOS.LASTP != 6"));
        Place ok = new Place("SE_END", "EOS", null, "EOSOK");
        Place note = new Place("SE_END", "EOS", null, "EOSNOTE");
        assertThat(end("LASTP")).isEqualTo("2.0");
        book.type(ok, new Typed("yes", null, null));
        assertThat(end("LASTP")).isEqualTo("4.0");
        assertThat(book.item(note).hidden()).isTrue();
        assertThat(book.item(ok).checks()).isEmpty();
        book.type(ok, new Typed("no", null, null));
        assertThat(end("LASTP")).isEqualTo("6.0");
        assertThat(book.item(note).hidden()).isFalse();
        assertThat(book.item(ok).checks()).containsExactly("CK_EOSOK");
    }

    private void pain(String event, String text) {
        book.type(at(event, "PAIN"), new Typed(text, null, null));
    }

    private void row(int row, String item, String text) {
        book.type(new Place("SE_LOGS", "AE", row, item), new Typed(text, null, null));
    }

    private String value(String event, String item) {
        return book.item(at(event, item)).value();
    }

    private String end(String item) {
        return book.item(new Place("SE_END", "EOS", null, item)).value();
    }

    private static Place at(String event, String item) {
        return new Place(event, "VAS", null, item);
    }
}
