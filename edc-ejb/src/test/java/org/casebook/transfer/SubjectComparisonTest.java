package org.casebook.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.capture.FormState.State;
import org.casebook.capture.ItemState;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.transfer.Finding.Kind;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;
import org.casebook.transfer.SourceSubject.Value;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectComparisonTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static StudyDefinition study;

    @BeforeAll
    static void read() throws IOException {
        study = StudyFiles.read("cdash-starters.xml");
    }

    /** What is held against what the file gives: the file's act and text decide. */
    @ParameterizedTest
    @CsvSource({
        "UPSERT,,120,NEW",
        "UPSERT,120,120,SAME",
        "UPSERT,120,120.0,SAME",
        "UPSERT,120,121,DIFFERENT",
        "UPSERT,120,,REMOVED",
        "UPSERT,,,SAME",
        "INSERT,,120,NEW",
        "INSERT,120,120,SAME",
        "INSERT,120,121,FAULT",
        "UPDATE,,120,FAULT",
        "UPDATE,120,121,DIFFERENT",
        "UPDATE,120,120,SAME",
        "REMOVE,120,120,REMOVED",
        "REMOVE,,120,SAME"
    })
    void theActDecides(Act act, String held, String given, Kind expected) {
        SubjectComparison comparison = compare(
                held == null
                        ? List.of()
                        : List.of(form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", held)),
                group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", given, act)));
        assertThat(comparison.findings())
                .singleElement()
                .extracting(Finding::kind)
                .isEqualTo(expected);
        boolean stored = expected == Kind.NEW || expected == Kind.DIFFERENT || expected == Kind.REMOVED;
        assertThat(comparison.steps()).hasSize(stored ? 1 : 0);
    }

    @Test
    void unitsThatDifferStandBesideBothValues() throws IOException {
        String file = Files.readString(StudyFiles.path("cdash-starters.xml")).replace(" MethodOID=\"M_WEIGHT\"", "");
        StudyDefinition typed = new DefinitionReader().read(file.getBytes(StandardCharsets.UTF_8));
        Value pounds = new Value(9, "WEIGHT_VSSTRESN", "100", "UN_LB", null, Act.UPSERT);
        FormState held = form("SE_SCREEN", "VS", null, State.STARTED, false, "WEIGHT_VSSTRESN", "100");
        Verdict verdict = new Verdict(typed, typed.item("VS", "WEIGHT_VSSTRESN"), pounds, held);
        assertThat(verdict.kind()).isEqualTo(Kind.DIFFERENT);
        assertThat(verdict.before()).isEqualTo("100 kg");
        assertThat(verdict.after()).isEqualTo("100 lb");
    }

    @Test
    void whatCannotBeReadIsKeptAndFlagged() {
        SubjectComparison comparison =
                compare(List.of(), group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", "high", Act.UPSERT)));
        assertThat(comparison.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NEW);
            assertThat(finding.sentence()).contains("flagged").contains("high");
        });
    }

    @Test
    void whatTheStudyComputesIsNotTaken() {
        SubjectComparison comparison =
                compare(List.of(), group("SE_SCREEN", "VS", null, value("BMI_VSORRES", "22", Act.UPSERT)));
        assertThat(comparison.findings()).extracting(Finding::kind).containsExactly(Kind.COMPUTED);
        assertThat(comparison.steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SE_NOWHERE,VS,SYSBP_VSORRES,no visit SE_NOWHERE",
        "SE_SCREEN,XX,SYSBP_VSORRES,no form XX",
        "SE_SCREEN,VS,AETERM,no item AETERM",
        "SE_END,VS,SYSBP_VSORRES,not filled at this visit"
    })
    void whatTheStudyDoesNotKnowIsAtFault(String event, String form, String item, String sentence) {
        assertThat(compare(List.of(), group(event, form, null, value(item, "1", Act.UPSERT)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.FAULT);
                    assertThat(finding.sentence()).contains(sentence);
                    assertThat(finding.line()).isBetween(8, 9);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "VS/SC_VS_CIRC,",
        "VS,",
        "VS/IG.VS,",
        "VS/VS.ITEMS2,The study has no item group VS.ITEMS2",
        "VS/VS.ITEMSxyz,The study has no item group VS.ITEMSxyz",
        "VS/SC_VS_CIRC.GROUP,The study has no item group SC_VS_CIRC.GROUP",
        "VS/VS.GROUP7,The study has no item group VS.GROUP7",
        "VS/SC_VS_BODY,The item group SC_VS_BODY of the form VS has no item SYSBP_VSORRES",
        "VS/SC_NONE,The study has no item group SC_NONE",
        "VS/SC_NONE/SC_VS_CIRC,The study has no item group SC_NONE",
        "VS/IG.AE,The study has no item group IG.AE",
        "VS/AE,AE is a form of the study",
        "AE/VS,AE is a form of the study"
    })
    void anItemStandsInItsGroup(String path, String sentence) {
        List<Level> levels = java.util.Arrays.stream(path.split("/"))
                .map(oid -> new Level(oid, null))
                .toList();
        Value value = value("SYSBP_VSORRES", "120", Act.UPSERT);
        Group group = new Group(8, new Level("SE_SCREEN", null), levels, Act.UPSERT, List.of(value));
        assertThat(compare(List.of(), group).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(sentence == null ? Kind.NEW : Kind.FAULT);
            assertThat(finding.item()).isEqualTo("SYSBP_VSORRES");
            assertThat(finding.sentence()).satisfies(said -> {
                if (sentence != null) {
                    assertThat(said).startsWith(sentence);
                }
            });
        });
    }

    /** What is named must be there, also when nothing is given in it. */
    @ParameterizedTest
    @CsvSource({
        "SE_NOWHERE,,no visit SE_NOWHERE",
        "SE_SCREEN,XX,no form XX",
        "SE_SCREEN,VS/SC_NONE,",
        "SE_SCREEN,VS/SC_IE_DEC,no item group SC_IE_DEC",
        "SE_END,VS,not filled at this visit",
        "SE_SCREEN,,",
        "SE_SCREEN,VS,",
        "SE_SCREEN,VS/SC_VS_CIRC,"
    })
    void whatIsNamedWithoutValuesMustBeThere(String event, String path, String sentence) {
        List<Level> levels = path == null
                ? List.of()
                : java.util.Arrays.stream(path.split("/"))
                        .map(oid -> new Level(oid, null))
                        .toList();
        List<Finding> findings = compare(List.of(), new Group(8, new Level(event, null), levels, Act.UPSERT, List.of()))
                .findings();
        if (sentence == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.FAULT);
                assertThat(finding.line()).isEqualTo(8);
                assertThat(finding.sentence()).contains(sentence);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SE_LOGS,,AE/IG.AE,A7/,AETERM,",
        "SE_LOGS,,AE/IG.AE,A7/1,AETERM,",
        "SE_LOGS,,AE/IG.AE,A7/2,AETERM,IG.AE does not repeat",
        "SE_SCREEN,,VS/SC_VS_CIRC,/4,SYSBP_VSORRES,stands in a repeat",
        "SE_SCREEN,3,VS,,SYSBP_VSORRES,stands in a repeat",
        "SE_UNSCH,1,VS,,SYSBP_VSORRES,",
        "SE_UNSCH,3,VS,,SYSBP_VSORRES,",
        "SE_UNSCH,99,VS,,SYSBP_VSORRES,",
        "SE_UNSCH,100,VS,,SYSBP_VSORRES,repeats in the study by numbers from 1 to 99",
        "SE_UNSCH,B,VS,,SYSBP_VSORRES,repeats in the study by numbers from 1 to 99",
        "SE_UNSCH~3,,VS,,SYSBP_VSORRES,The study plans no visit SE_UNSCH~3",
    })
    void aRepeatKeyStandsWhereSomethingRepeats(
            String event, String of, String path, String keys, String item, String sentence) {
        String[] oids = path.split("/");
        String[] given = keys == null ? new String[0] : keys.split("/");
        List<Level> levels = new java.util.ArrayList<>();
        for (int i = 0; i < oids.length; i++) {
            levels.add(new Level(oids[i], i < given.length ? given[i] : null));
        }
        Group group = new Group(8, new Level(event, of), levels, Act.UPSERT, List.of(value(item, "1", Act.UPSERT)));
        assertThat(compare(List.of(), group).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(sentence == null ? Kind.NEW : Kind.FAULT);
            assertThat(String.valueOf(finding.sentence())).contains(sentence == null ? "" : sentence);
        });
    }

    /** The type that the name of an element tells must be one of the item's. */
    @ParameterizedTest
    @CsvSource({
        "SYSBP_VSORRES,Integer,NEW",
        "SYSBP_VSORRES,Any,NEW",
        "SYSBP_VSORRES,String,FAULT",
        "SYSBP_VSORRES,Date,FAULT",
        "SYSBP_VSORRES,Boolean,FAULT"
    })
    void whatAValueIsSaidToBeMustBeWhatItsItemIs(String item, String type, Kind kind) {
        Value typed = new Value(9, item, "120", null, null, Act.UPSERT, type, false);
        assertThat(compare(List.of(), group("SE_SCREEN", "VS", null, typed)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(kind);
                    assertThat(String.valueOf(finding.sentence()))
                            .contains(kind == Kind.FAULT ? "ItemData" + type : "");
                });
    }

    @Test
    void whatTheReaderCouldNotTakeIsAtFault() {
        SourceSubject odd = new SourceSubject(
                1,
                "CDASH_STARTERS",
                "V",
                "7",
                null,
                Act.UPSERT,
                false,
                false,
                new SourceSubject.Content(List.of(), List.of(new SourceSubject.Oddity(12, "Row is not understood."))));
        assertThat(new SubjectComparison(odd, new Standing("101", "101-001", study, false, List.of(), Map.of(), false))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.FAULT);
                    assertThat(finding.line()).isEqualTo(12);
                });
    }

    @Test
    void closedFormsAreAtFault() {
        Group group = group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", "1", Act.UPSERT));
        assertThat(compare(List.of(form("SE_SCREEN", "VS", null, State.STARTED, true, "SYSBP_VSORRES", "2")), group)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("locked"));
        assertThat(compare(List.of(form("SE_SCREEN", "VS", null, State.NOT_DONE, false, "SYSBP_VSORRES", null)), group)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("not done"));
    }

    @Test
    void rowsAreFoundAgainByTheKeyOfTheFileOrByTheirNumber() {
        FormState first = form(null, "AE", 1, State.STARTED, false, "AETERM", "Headache");
        Group again = group("SE_LOGS", "AE", "A7", value("AETERM", "Headache", Act.UPSERT));
        Map<Standing.SourceRow, Long> known = Map.of(new Standing.SourceRow(null, "AE", "A7"), first.id());
        assertThat(compare(List.of(first), known, again).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.SAME);
        assertThat(compare(List.of(first), again).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.NEW);
        Group numbered = group("SE_LOGS", "AE", "1", value("AETERM", "Headache", Act.UPSERT));
        assertThat(compare(List.of(first), numbered).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.SAME);
    }

    @Test
    void inWhatTheStudyWroteItselfRowsGoByTheirNumber() {
        FormState first = form(null, "AE", 1, State.STARTED, false, "AETERM", "Headache");
        SubjectComparison.Seat seat = new SubjectComparison.Seat("SE_LOGS", "AE", "1");
        for (String known : List.of("A7", "2")) {
            Map<Standing.SourceRow, Long> rows = Map.of(new Standing.SourceRow(null, "AE", known), first.id());
            assertThat(new Standing("101", "101-001", study, false, List.of(first), rows, true).find(seat))
                    .contains(first);
            assertThat(new Standing("101", "101-001", study, false, List.of(first), rows, false).find(seat))
                    .isEmpty();
        }
    }

    @Test
    void aSequenceOfTransactionsComesToItsEnd() {
        Group group = group(
                "SE_SCREEN",
                "VS",
                null,
                value("SYSBP_VSORRES", "120", Act.INSERT),
                value("SYSBP_VSORRES", "130", Act.UPDATE));
        SubjectComparison fresh = compare(List.of(), group);
        assertThat(fresh.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.NEW);
            assertThat(finding.after()).isEqualTo("130");
        });
        FormState held = form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", "130");
        assertThat(compare(List.of(held), group).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.SAME);
    }

    @Test
    void aRemovedFormBecomesVoidOnce() {
        Group removal =
                new Group(9, new Level("SE_SCREEN", null), List.of(new Level("VS", null)), Act.REMOVE, List.of());
        FormState held = form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", "120");
        assertThat(compare(List.of(held), removal).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.removedAt()).isEqualTo(9));
        FormState gone = form("SE_SCREEN", "VS", null, State.VOID, false, "SYSBP_VSORRES", "120");
        assertThat(compare(List.of(gone), removal).steps()).isEmpty();
    }

    private static final FormState ROW = form(null, "AE", 1, State.STARTED, false, "AETERM", "Headache");
    private static final FormState VOID_ROW = form(null, "AE", 1, State.VOID, false, "AETERM", "Headache");

    private static Group row(Act act, Value... values) {
        return new Group(
                act == Act.REMOVE ? 20 : 8,
                new Level("SE_LOGS", null),
                List.of(new Level("AE", "1")),
                act,
                List.of(values));
    }

    private static List<Kind> kinds(SubjectComparison comparison) {
        return comparison.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void aRowThatAFileMakesAndRemovesIsNotMade() {
        Group made = row(Act.INSERT, value("AETERM", "Headache", Act.INSERT));
        for (List<FormState> held : List.of(List.<FormState>of(), List.of(VOID_ROW))) {
            SubjectComparison comparison = compare(held, made, row(Act.REMOVE));
            assertThat(kinds(comparison)).containsExactly(Kind.SAME);
            assertThat(comparison.steps()).isEmpty();
        }
        assertThat(kinds(compare(List.of(), row(Act.INSERT), row(Act.REMOVE)))).containsExactly(Kind.SAME);
        // it came with an earlier file
        assertThat(kinds(compare(List.of(ROW), made, row(Act.REMOVE)))).containsExactly(Kind.REMOVED);
    }

    @Test
    void theSameHoldsForFormsOfVisits() {
        Group made = group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", "120", Act.INSERT));
        Group removal =
                new Group(20, new Level("SE_SCREEN", null), List.of(new Level("VS", null)), Act.REMOVE, List.of());
        assertThat(kinds(compare(List.of(), made, removal))).containsExactly(Kind.SAME);
        FormState held = form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", "120");
        assertThat(kinds(compare(List.of(held), made, removal))).containsExactly(Kind.REMOVED);
        FormState gone = form("SE_SCREEN", "VS", null, State.VOID, false, "SYSBP_VSORRES", "120");
        assertThat(kinds(compare(List.of(gone), made, removal))).containsExactly(Kind.SAME);
        // void, and begun anew
        SubjectComparison anew = compare(List.of(gone), made, removal, made);
        assertThat(kinds(anew)).containsExactly(Kind.NEW);
        assertThat(anew.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.form()).isNull());
    }

    @Test
    void whatIsRemovedAndFilledAgainHoldsOnlyTheNew() {
        Map<String, ItemState> items = new HashMap<>(ROW.items());
        items.put("AESER", new ItemState("N", "N", null, null, true, 1, List.of(), false));
        FormState two = new FormState(
                77, "S~test", "101", "101-001", null, "AE", 1, 1, State.STARTED, false, 1, THEN, THEN, items);
        for (Act act : List.of(Act.UPSERT, Act.INSERT)) {
            Group again = row(act, value("AETERM", "Nausea", act));
            SubjectComparison comparison = compare(List.of(two), row(Act.REMOVE), again);
            assertThat(kinds(comparison)).containsExactly(Kind.DIFFERENT, Kind.REMOVED);
            assertThat(comparison.steps()).singleElement().satisfies(step -> {
                assertThat(step.removedAt()).isZero();
                assertThat(step.values())
                        .extracting(SubjectComparison.ValueStep::item)
                        .containsExactly("AETERM", "AESER");
            });
            FormState after = form(null, "AE", 1, State.STARTED, false, "AETERM", "Nausea");
            assertThat(kinds(compare(List.of(after), row(Act.REMOVE), again))).containsExactly(Kind.SAME);
        }
        assertThat(kinds(compare(List.of(ROW), row(Act.REMOVE), row(Act.UPDATE, value("AETERM", "X", Act.UPDATE)))))
                .containsExactly(Kind.FAULT, Kind.REMOVED);
        assertThat(compare(List.of(VOID_ROW), row(Act.REMOVE), row(Act.UPSERT, value("AETERM", "X", Act.UPSERT)))
                        .findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sentence()).contains("void").contains("Reopen it"));
    }

    @Test
    void whatChangesAndGoesIsToldAsGoneAlone() {
        SubjectComparison comparison =
                compare(List.of(ROW), row(Act.UPDATE, value("AETERM", "Nausea", Act.UPDATE)), row(Act.REMOVE));
        assertThat(kinds(comparison)).containsExactly(Kind.REMOVED);
        assertThat(comparison.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.removedAt()).isEqualTo(20));
        assertThat(kinds(compare(List.of(ROW), row(Act.REMOVE, value("AETERM", "Headache", Act.REMOVE)))))
                .as("what stands in a row that goes, goes with it")
                .containsExactly(Kind.REMOVED);
    }

    @Test
    void whatCameBackHoldsWhatItHeld() {
        Group made = row(Act.INSERT, value("AETERM", "Headache", Act.INSERT));
        assertThat(kinds(compare(List.of(), made, row(Act.REMOVE), row(Act.RESTORE))))
                .containsExactly(Kind.NEW);
        assertThat(kinds(compare(List.of(ROW), made, row(Act.REMOVE), row(Act.RESTORE))))
                .containsExactly(Kind.SAME);
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThat(compare(List.of(), row(Act.REMOVE)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.FAULT);
                    assertThat(finding.line()).isEqualTo(20);
                    assertThat(finding.sentence()).contains("is not here");
                });
    }

    /** A value goes and another comes, or comes and changes, in one file: what counts is the end. */
    @ParameterizedTest
    @CsvSource({
        "120,REMOVE,,INSERT,130,DIFFERENT",
        "130,REMOVE,,INSERT,130,SAME",
        ",REMOVE,,INSERT,130,NEW",
        ",UPSERT,120,UPDATE,130,NEW",
        ",INSERT,120,REMOVE,,SAME",
        "120,UPDATE,130,REMOVE,,REMOVED"
    })
    void valuesComeToTheirEndToo(String held, Act one, String first, Act other, String then, Kind expected) {
        List<FormState> forms = held == null
                ? List.of()
                : List.of(form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", held));
        Group group =
                group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", first, one), value("SYSBP_VSORRES", then, other));
        assertThat(kinds(compare(forms, group))).containsExactly(expected);
    }

    /** What is only context must be as it is said to be. */
    @ParameterizedTest
    @CsvSource({"120,120,SAME", "120,120.0,SAME", "120,130,FAULT", ",130,FAULT", "120,,", ",,"})
    void contextChangesNothing(String held, String given, Kind expected) {
        List<FormState> forms = held == null
                ? List.of()
                : List.of(form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", held));
        SubjectComparison comparison =
                compare(forms, group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", given, Act.CONTEXT)));
        assertThat(kinds(comparison)).isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(comparison.steps()).isEmpty();
    }

    private static SubjectComparison compare(List<FormState> forms, Group... groups) {
        return compare(forms, Map.of(), groups);
    }

    @Test
    void oneItemTakesOneValue() {
        Value two = new Value(9, "SYSBP_VSORRES", "1,000", null, null, Act.UPSERT, null, true);
        assertThat(compare(List.of(), group("SE_SCREEN", "VS", null, two)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.FAULT);
                    assertThat(finding.sentence()).startsWith("The file gives several values (1, 000)");
                });
    }

    /** What the file does with the participant, who is here or not, and whether its value is the one that is held. */
    @ParameterizedTest
    @CsvSource({
        "UPDATE,,120,FAULT",
        "UPDATE,101-001,130,DIFFERENT",
        "INSERT,,120,NEW",
        "INSERT,101-001,120,SAME",
        "INSERT,101-001,130,FAULT",
        "CONTEXT,101-001,130,DIFFERENT"
    })
    void aParticipantIsInsertedOnceAndUpdatedWhenThere(Act act, String subject, String given, Kind expected) {
        FormState held = form("SE_SCREEN", "VS", null, State.STARTED, false, "SYSBP_VSORRES", "120");
        Group group = group("SE_SCREEN", "VS", null, value("SYSBP_VSORRES", given, Act.UPSERT));
        List<Finding> found = new SubjectComparison(
                        new SourceSubject(
                                1,
                                "CDASH_STARTERS",
                                "V",
                                "7",
                                null,
                                act,
                                true,
                                false,
                                new SourceSubject.Content(List.of(group), List.of())),
                        new Standing(
                                "101",
                                subject,
                                study,
                                false,
                                subject == null ? List.of() : List.of(held),
                                Map.of(),
                                false))
                .findings();
        assertThat(found).extracting(Finding::kind).contains(expected);
        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.FAULT)
                .hasSize(expected == Kind.FAULT ? 1 : 0)
                .allSatisfy(finding -> assertThat(finding.sentence())
                        .startsWith("The file "
                                + act.name().toLowerCase(java.util.Locale.ROOT).replaceAll("e$", "")));
    }

    private static SubjectComparison compare(
            List<FormState> forms, Map<Standing.SourceRow, Long> rows, Group... groups) {
        SourceSubject source = new SourceSubject(
                1,
                "CDASH_STARTERS",
                "V",
                "7",
                null,
                Act.UPSERT,
                true,
                false,
                new SourceSubject.Content(List.of(groups), List.of()));
        return new SubjectComparison(source, new Standing("101", "101-001", study, false, forms, rows, false));
    }

    private static Group group(String event, String form, String row, Value... values) {
        return new Group(8, new Level(event, null), List.of(new Level(form, row)), Act.UPSERT, List.of(values));
    }

    private static Value value(String item, String text, Act act) {
        return new Value(9, item, text, null, null, act);
    }

    private static FormState form(
            String event, String form, Integer row, State state, boolean locked, String item, String text) {
        Map<String, ItemState> items = new HashMap<>();
        items.put(item, new ItemState(text, text, null, null, true, 1, List.of(), false));
        return new FormState(77, "S~test", "101", "101-001", event, form, row, 1, state, locked, 1, THEN, THEN, items);
    }
}
