package org.casebook.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of lists that nobody of this project wrote; docs/list-verdicts.md is made from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListVerdictsTest {

    private static final Path DATA = Path.of("../../shared/data");
    private static final Path DOCUMENT = Path.of("../docs/list-verdicts.md");
    private static final String RENEW = "casebook.renew";
    private static final int FAULTS_SHOWN = 3;

    private static final Map<String, String> DRUGS = Map.of("1", "ARM_1", "2", "ARM_2", "3", "ARM_3");
    private static final Map<String, String> GROUPS =
            Map.of("Group A", "ARM_1", "Group B", "ARM_2", "Placebo", "ARM_3");
    private static final ListShape.Column GENDER = column("gender", "0", "1", "2");
    private static final ListShape.Column STRAT = column("strat_1", "0", "1");

    /** The study that each file is meant for, as its own notes or its project tell it. */
    private static final Map<String, ListShape> STUDIES = Map.ofEntries(
            Map.entry("AlloRand1.csv", new ListShape(DRUGS, Set.of("11060", "11061"), List.of(GENDER))),
            Map.entry("AlloRand2.csv", new ListShape(DRUGS, Set.of("11060", "11061"), List.of(GENDER))),
            Map.entry("AlloRand_blind1.csv", new ListShape(GROUPS, Set.of(), List.of())),
            Map.entry("AlloRand_malformed.csv", new ListShape(DRUGS, Set.of(), List.of(GENDER))),
            Map.entry("AlloRand_open1.csv", new ListShape(DRUGS, Set.of(), List.of())),
            Map.entry("AlloRand_rand_group1.csv", new ListShape(DRUGS, Set.of(), List.of())),
            Map.entry("AlloRand_rand_group2.csv", new ListShape(DRUGS, Set.of(), List.of())),
            Map.entry("AlloRand_rand_group3.csv", new ListShape(DRUGS, Set.of(), List.of(GENDER))),
            Map.entry("AlloRand_rand_group4.csv", new ListShape(DRUGS, Set.of(), List.of(GENDER))),
            Map.entry("AllocationTblC.3.30.0600.csv", new ListShape(DRUGS, Set.of("1"), List.of())),
            Map.entry("RandomizationAllocationTable_Prod0900.csv", new ListShape(DRUGS, Set.of(), List.of(GENDER))),
            Map.entry("RandomizationAllocationTemplate_1basic.csv", new ListShape(DRUGS, Set.of(), List.of())),
            Map.entry("RandomizationAllocationTemplate_2allcombos.csv", new ListShape(DRUGS, Set.of(), List.of())),
            Map.entry("Randomization_one_strat.csv", new ListShape(DRUGS, Set.of(), List.of(STRAT))),
            Map.entry(
                    "blockrand_4strata_seed4711.csv",
                    new ListShape(
                            Map.of("BM-MSC", "ARM_BMMSC", "DMSO", "ARM_DMSO"),
                            Set.of("JAX", "RST"),
                            List.of(column("severity", "MOD", "SEV")))));

    private final Map<String, Verdict> fit = new LinkedHashMap<>();
    private final Map<String, Verdict> misfit = new LinkedHashMap<>();

    /**
     * @param list null when it is refused
     */
    private record Verdict(ListFile list, List<ListFault> faults) {

        String slots() {
            return list == null ? "–" : String.valueOf(list.slots().size());
        }

        String arms() {
            return list == null
                    ? "–"
                    : list.counts().entrySet().stream()
                            .map(arm -> arm.getKey() + " " + arm.getValue())
                            .collect(Collectors.joining(", "));
        }

        String places() {
            return list == null
                    ? "–"
                    : String.valueOf(list.slots().stream()
                            .map(slot -> slot.site() + slot.codes())
                            .distinct()
                            .count());
        }
    }

    @BeforeAll
    void readAll() throws IOException {
        assumeTrue(Files.isDirectory(DATA), () -> DATA + " is not there");
        for (Path file : files()) {
            String name = file.getFileName().toString();
            byte[] content = Files.readAllBytes(file);
            fit.put(name, verdict(content, STUDIES.get(name)));
            misfit.put(name, verdict(content, other(STUDIES.get(name))));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> lists = Files.list(DATA.resolve("redcap-rsvc/alloc"))) {
            return Stream.concat(
                            lists.sorted(), Stream.of(DATA.resolve("randomisation/blockrand_4strata_seed4711.csv")))
                    .toList();
        }
    }

    /** A study with one arm fewer and one site or stratum more or fewer. */
    private static ListShape other(ListShape own) {
        Map<String, String> fewer = own.arms().entrySet().stream()
                .filter(arm ->
                        !arm.getValue().equals("ARM_3") && !arm.getValue().equals("ARM_DMSO"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ListShape(fewer, own.sites().isEmpty() ? Set.of("9") : Set.of(), own.strata());
    }

    private static Verdict verdict(byte[] content, ListShape shape) {
        try {
            return new Verdict(ListFile.read(content, shape), List.of());
        } catch (ListFileIsFaulty refused) {
            return new Verdict(null, refused.faults());
        }
    }

    @Test
    void theDocumentSaysWhatHappens() throws IOException {
        String now = document();
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/list-verdicts.md is old; run this test with -D" + RENEW
                        + "=true (argLine) and look at what changed")
                .isEqualTo(now);
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # What becomes of other people's allocation lists

                Made by `ListVerdictsTest` from lists that lie beside the project and are no part of it; the test fails when this page no longer says what happens. Renew it with `-Dcasebook.renew=true`. Each list is read for the study that it was made for, and then for one that it was not made for (an arm fewer, sites where there were none or none where there were some), which must refuse it whole.

                | list | verdict | slots | combinations of site and strata | arms | faults | for another study |
                |---|---|--:|--:|---|--:|---|
                """);
        fit.forEach((name, verdict) -> text.append("| %s | %s | %s | %s | %s | %d | %s |\n"
                .formatted(
                        name,
                        verdict.list() == null ? "refused" : "taken",
                        verdict.slots(),
                        verdict.places(),
                        verdict.arms(),
                        verdict.faults().size(),
                        misfit.get(name).list() == null
                                ? "refused, " + misfit.get(name).faults().size() + " faults"
                                : "taken")));
        fit.forEach((name, verdict) -> text.append(details(name, verdict)));
        return text.toString();
    }

    private static String details(String name, Verdict verdict) {
        List<ArmShare> equal = Stream.of("ARM_1", "ARM_2", "ARM_3")
                .map(arm -> new ArmShare(arm, 1))
                .toList();
        Stream<String> lines = verdict.list() == null
                ? Stream.concat(
                        verdict.faults().stream().limit(FAULTS_SHOWN).map(fault -> "- Fault: " + fault),
                        verdict.faults().size() > FAULTS_SHOWN
                                ? Stream.of("- and %d more faults"
                                        .formatted(verdict.faults().size() - FAULTS_SHOWN))
                                : Stream.empty())
                : name.startsWith("blockrand")
                        ? Stream.empty()
                        : verdict.list().remarks(equal).stream().map(remark -> "- To the reviewer: " + remark);
        String all = lines.collect(Collectors.joining("\n")).replace("_", "\\_");
        return all.isEmpty() ? "" : "\n## %s\n\n%s\n".formatted(name, all);
    }

    @Test
    void everyListIsTakenOrRefusedAsItsAuthorsMeantIt() {
        assertThat(fit).hasSize(15);
        assertThat(fit)
                .allSatisfy((name, verdict) ->
                        assertThat(verdict.list() == null).as(name).isEqualTo(name.equals("AlloRand_malformed.csv")));
        assertThat(misfit)
                .allSatisfy(
                        (name, verdict) -> assertThat(verdict.list()).as(name).isNull());
        assertThat(fit.get("blockrand_4strata_seed4711.csv").list().slots())
                .hasSize(88)
                .first()
                .isEqualTo(new ListedSlot("JAXMOD-01", "JAX", Map.of("severity", "MOD"), "ARM_BMMSC", "JAXMODB1"));
    }

    @Test
    void everyFaultSaysWhereAndHowToMendIt() {
        Stream.concat(fit.values().stream(), misfit.values().stream())
                .flatMap(verdict -> verdict.faults().stream())
                .forEach(fault -> {
                    assertThat(fault.row()).as(fault.toString()).isPositive();
                    assertThat(fault.sentence()).endsWith(".");
                });
    }

    private static ListShape.Column column(String name, String... codes) {
        return new ListShape.Column(name, Set.of(name), Set.of(codes));
    }
}
