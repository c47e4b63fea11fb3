package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** What a version plans: visits by forms, logs, criteria, arms. */
@Named
@RequestScoped
public class PlanPage {

    private static final String ROOM = "study";

    @Inject
    private Workspace workspace;

    @Inject
    private Shell shell;

    private PlanGrid grid;

    /** A criterion with the expression that decides it. */
    public record Criterion(String number, String text, String expression) {}

    public PlanGrid getGrid() {
        if (grid == null) {
            grid = PlanGrid.of(study(), this::window);
        }
        return grid;
    }

    public List<Criterion> getInclusion() {
        return criteria(true);
    }

    public List<Criterion> getExclusion() {
        return criteria(false);
    }

    public boolean isWithCriteria() {
        return !study().criteria().isEmpty();
    }

    public boolean isWithArms() {
        return !getArms().isEmpty();
    }

    public List<StudyDefinition.Arm> getArms() {
        return study().arms();
    }

    /**
     * How participants are allocated, in one sentence. Block sizes are told only to those who prepare lists or wrote the
     * study: whoever knows them at a site could foresee the last allocation of a block (ICH E9 2.3.1).
     */
    public String getAllocation() {
        RandomizationDefinition plan = study().randomization();
        if (plan == null) {
            return Words.of(ROOM, "notRandomized");
        }
        String ratio = joined(
                plan.ratio().stream()
                        .map(RandomizationDefinition.ArmShare::share)
                        .toList(),
                ":");
        String strata = strata(plan);
        if (plan.minimises()) {
            return Words.of(ROOM, "minimised", ratio, strata);
        }
        boolean blocksTold = shell.may(Permission.LOAD_STUDY) || shell.may(Permission.MANAGE_ALLOCATION);
        return blocksTold
                ? Words.of(ROOM, "allocationWithBlocks", ratio, joined(plan.blockSizes(), ", "), strata)
                : Words.of(ROOM, "allocation", ratio, strata);
    }

    /** What the lists are split by, or what is balanced. */
    private String strata(RandomizationDefinition plan) {
        boolean site = plan.bySite()
                || plan.minimises()
                        && plan.minimisation().factors().stream().anyMatch(RandomizationDefinition.Factor::isSite);
        String items = plan.items().stream()
                .map(item ->
                        study().item(item.formOid(), item.itemOid()).question().shown())
                .collect(Collectors.joining(", "));
        if (items.isEmpty()) {
            return Words.of(ROOM, site ? "strataSite" : "strataNone");
        }
        return Words.of(ROOM, site ? "strataSiteAnd" : "strataItems", items);
    }

    private static String joined(List<Integer> numbers, String separator) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    private String window(EventDefinition event) {
        EventDefinition.Timing timing = event.timing();
        if (timing == null) {
            return "";
        }
        String anchor = timing.isAnchoredOnItem()
                ? study().item(timing.anchorFormOid(), timing.anchorItemOid())
                        .question()
                        .shown()
                : study().event(timing.anchorEventOid()).name().shown();
        return WindowWords.of(timing, anchor);
    }

    private List<Criterion> criteria(boolean inclusion) {
        return study().criteria().stream()
                .filter(criterion -> criterion.inclusion() == inclusion)
                .map(this::criterion)
                .toList();
    }

    private Criterion criterion(CriterionDefinition criterion) {
        return new Criterion(
                criterion.number(),
                criterion.text().shown(),
                study().conditions().get(criterion.conditionOid()).expression());
    }

    private StudyDefinition study() {
        return workspace.getDefinition();
    }
}
