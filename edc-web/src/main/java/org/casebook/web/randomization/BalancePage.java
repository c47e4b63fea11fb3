package org.casebook.web.randomization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.randomization.BalanceDesk;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;

/** How many were randomised where, for everybody who sees data. */
@Named
@RequestScoped
public class BalancePage {

    @Inject
    private BalanceDesk desk;

    @Inject
    private StudyDesign design;

    @Inject
    private Shell shell;

    private List<Line> lines;

    /** One stratum. */
    public record Line(String site, String stratum, long randomized) {}

    public List<Line> getLines() {
        if (lines == null) {
            StudyDefinition study = design.definition(shell.scope());
            lines = desk.counts(shell.scope()).stream()
                    .map(count -> new Line(count.site(), StratumWords.of(study, count.levels()), count.randomized()))
                    .toList();
        }
        return lines;
    }

    public boolean isNobody() {
        return getLines().isEmpty();
    }

    public long getTogether() {
        return getLines().stream().mapToLong(Line::randomized).sum();
    }
}
