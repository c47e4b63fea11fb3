package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** What a study plans: schedule, forms with items and rules, criteria, arms. */
@Named
@RequestScoped
public class StudyPage {

    private static final String ROOM = "study";

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private StudyDefinition study;

    /** A column of the schedule. */
    public record Visit(String oid, String name, String epoch, String window) {}

    /** A line of the schedule: a form, and for each visit whether it is filled there. */
    public record Line(String oid, String name, List<Boolean> marks) {}

    /** A form with its items, for reading. */
    public record Form(String oid, String name, String help, String facts, List<ItemRow> items) {}

    /** A criterion with the expression that decides it. */
    public record Criterion(String number, String text, String expression) {}

    /** A document to take home. */
    public record Paper(String label, String address) {}

    public StudyDefinition getStudy() {
        if (study == null) {
            study = studyDesign.definitionOf(shell.scope(), versionId());
        }
        return study;
    }

    /** The version that the address names, else the one that counts. */
    private long versionId() {
        String version = request.getParameter("version");
        return version == null || version.isBlank()
                ? studyDesign.current(shell.scope()).id()
                : number(version);
    }

    /** The blank forms, in each language of the study. */
    public List<Paper> getPapers() {
        String address = "/entry/studies/versions/" + versionId() + "/blank-forms?" + shell.getQuery() + "&language=";
        return getStudy().languages().stream()
                .map(language -> new Paper(
                        Words.of(
                                ROOM,
                                "blankForms",
                                Locale.forLanguageTag(language)
                                        .getDisplayName(Locale.forLanguageTag(shell.getLanguage()))),
                        address + language))
                .toList();
    }

    private static long number(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException none) {
            throw new Invalid("The address names no version. Open the study from the list of studies.");
        }
    }

    public String getTitle() {
        return Words.of(ROOM, "planTitle", getStudy().name());
    }

    public String getVersion() {
        return getStudy().versionOid() + " · " + getStudy().versionName();
    }

    public List<Visit> getVisits() {
        return getStudy().events().stream().map(this::visit).toList();
    }

    public List<Line> getLines() {
        return getStudy().forms().values().stream()
                .map(form -> new Line(form.oid(), form.name().text(), marks(form)))
                .toList();
    }

    public List<Form> getForms() {
        return getStudy().forms().values().stream().map(this::form).toList();
    }

    public List<Criterion> getInclusion() {
        return criteria(true);
    }

    public List<Criterion> getExclusion() {
        return criteria(false);
    }

    public boolean isWithCriteria() {
        return !getStudy().criteria().isEmpty();
    }

    public boolean isWithArms() {
        return !getArms().isEmpty();
    }

    public List<StudyDefinition.Arm> getArms() {
        return getStudy().arms();
    }

    /**
     * How participants are allocated, in one sentence. Block sizes are told only to those who prepare lists or wrote the
     * study: whoever knows them at a site could foresee the last allocation of a block (ICH E9 2.3.1).
     */
    public String getAllocation() {
        RandomizationDefinition plan = getStudy().randomization();
        if (plan == null) {
            return Words.of(ROOM, "notRandomized");
        }
        String ratio = joined(
                plan.ratio().stream()
                        .map(RandomizationDefinition.ArmShare::share)
                        .toList(),
                ":");
        String strata = Words.of(ROOM, plan.bySite() ? "strataSite" : "strataNone");
        boolean blocksTold = shell.may(Permission.LOAD_STUDY) || shell.may(Permission.MANAGE_ALLOCATION);
        return blocksTold
                ? Words.of(ROOM, "allocationWithBlocks", ratio, joined(plan.blockSizes(), ", "), strata)
                : Words.of(ROOM, "allocation", ratio, strata);
    }

    private static String joined(List<Integer> numbers, String separator) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    private Visit visit(EventDefinition event) {
        String epoch = getStudy().epochs().stream()
                .filter(candidate -> candidate.oid().equals(event.epochOid()))
                .map(candidate -> candidate.name().text())
                .findFirst()
                .orElse(Words.of(ROOM, "kind." + event.kind()));
        return new Visit(event.oid(), event.name().text(), epoch, window(event.timing()));
    }

    private String window(EventDefinition.Timing timing) {
        if (timing == null) {
            return "";
        }
        String anchor = timing.isAnchoredOnItem()
                ? getStudy()
                        .item(timing.anchorFormOid(), timing.anchorItemOid())
                        .question()
                        .text()
                : getStudy().event(timing.anchorEventOid()).name().text();
        return WindowWords.of(timing, anchor);
    }

    private List<Boolean> marks(FormDefinition form) {
        return getStudy().events().stream()
                .map(event -> event.findForm(form.oid()).isPresent())
                .toList();
    }

    private Form form(FormDefinition form) {
        String facts = Words.of(ROOM, "formFacts", form.items().size());
        if (form.log()) {
            facts += " · " + Words.of(ROOM, "logForm");
        }
        if (form.signed()) {
            facts += " · " + Words.of(ROOM, "signedForm");
        }
        List<ItemRow> items =
                form.items().stream().map(item -> ItemRow.of(getStudy(), item)).toList();
        return new Form(form.oid(), form.name().text(), form.help().text(), facts, items);
    }

    private List<Criterion> criteria(boolean inclusion) {
        return getStudy().criteria().stream()
                .filter(criterion -> criterion.inclusion() == inclusion)
                .map(this::criterion)
                .toList();
    }

    private Criterion criterion(CriterionDefinition criterion) {
        return new Criterion(
                criterion.number(),
                criterion.text().text(),
                getStudy().conditions().get(criterion.conditionOid()).expression());
    }
}
