package org.casebook.web.randomization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebook.allotment.Imbalances;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Permission;
import org.casebook.randomization.BalanceDesk;
import org.casebook.randomization.BalanceDesk.Balance;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** How balanced the arms are, for the unblinded statistician. */
@Named
@RequestScoped
public class ArmsPage {

    private static final String ROOM = "randomization";

    @Inject
    private BalanceDesk desk;

    @Inject
    private StudyDesign design;

    @Inject
    private Shell shell;

    private Balance balance;

    /** One stratum, or all together, with a count for each arm. */
    public record Line(String stratum, List<ArmCount> counts) {}

    /** How many have one arm. */
    public record ArmCount(String arm, long count) {}

    /** One way of looking at imbalance. */
    public record Measure(String words, int places, String mean, String median, String quantile, String largest) {

        private static Measure of(String words, Imbalances.Summary summary) {
            return new Measure(
                    words, summary.places(), summary.mean(), summary.median(), summary.quantile(), summary.largest());
        }
    }

    /** A study without randomisation has nothing to show; who may not look is turned away by the desk as ever. */
    public boolean isWithoutRandomization() {
        return shell.may(Permission.VIEW_BALANCE) && !study().randomizes();
    }

    public List<String> getArms() {
        StudyDefinition study = study();
        return balance().arms().keySet().stream()
                .map(oid -> study.arms().stream()
                        .filter(arm -> arm.oid().equals(oid))
                        .map(arm -> arm.name().shown())
                        .findFirst()
                        .orElse(oid))
                .toList();
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        for (BalanceDesk.StratumArms one : balance().strata()) {
            String words = StratumWords.of(study(), one.levels());
            lines.add(line(words.isEmpty() ? Words.of(ROOM, "everybody") : words, one.arms()));
        }
        lines.add(line(Words.of(ROOM, "allTogether"), balance().arms()));
        return lines;
    }

    private Line line(String words, Map<String, Long> arms) {
        List<String> names = getArms();
        List<Long> counts = List.copyOf(arms.values());
        return new Line(
                words,
                IntStream.range(0, counts.size())
                        .mapToObj(arm -> new ArmCount(names.get(arm), counts.get(arm)))
                        .toList());
    }

    public List<Measure> getMeasures() {
        Imbalances found = balance().imbalances();
        String overall = found.overall();
        return List.of(
                new Measure(Words.of(ROOM, "overall"), 1, overall, overall, overall, overall),
                Measure.of(Words.of(ROOM, "marginal"), found.marginal()),
                Measure.of(Words.of(ROOM, "within"), found.withinStrata()));
    }

    private StudyDefinition study() {
        return design.definition(shell.scope());
    }

    private Balance balance() {
        if (balance == null) {
            balance = desk.balance(shell.scope());
        }
        return balance;
    }
}
