package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.RunView;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.odm.Remark;
import org.casebook.site.Sites;
import org.casebook.study.StudyPapers;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** One version of a study at a glance: what it is, where it stands, how much there is of it. */
@Named
@RequestScoped
public class StudyPage {

    private static final String ROOM = "study";

    @Inject
    private Workspace workspace;

    @Inject
    private Sites sites;

    @Inject
    private StudyPapers papers;

    @Inject
    private Acceptance acceptance;

    /**
     * A number of things, and the page that shows them.
     *
     * @param href null where no page does
     */
    public record Count(long number, String name, String href) {

        public boolean linked() {
            return href != null;
        }
    }

    public String getLead() {
        return study().description().shown();
    }

    /** What the file says of this version; empty where it says nothing. */
    public String getNote() {
        return TranslatedText.noteOf(study()).shown();
    }

    public boolean isNoted() {
        return !TranslatedText.noteOf(study()).isEmpty();
    }

    public String getVersionTitle() {
        return study().versionOid() + " · " + study().versionName();
    }

    public String getLoadedAt() {
        return Times.text(workspace.getVersion().loadedAt());
    }

    public boolean isReleased() {
        return workspace.getVersion().released();
    }

    public String getReleasedAt() {
        return Times.text(workspace.getVersion().releasedAt());
    }

    /** Whether the person may release it now. */
    public boolean isReleasable() {
        return workspace.isBuilder() && !isReleased();
    }

    /** The languages by their own names. */
    public String getLanguages() {
        return study().languages().stream()
                .map(Locale::forLanguageTag)
                .map(locale -> locale.getDisplayLanguage(Locale.ENGLISH) + " (" + locale.toLanguageTag() + ")")
                .collect(Collectors.joining(", "));
    }

    public List<Count> getCounts() {
        StudyDefinition study = study();
        List<FormDefinition> forms = List.copyOf(study.forms().values());
        List<ItemDefinition> items =
                forms.stream().flatMap(form -> form.items().stream()).toList();
        String plan = "/study/plan.xhtml?" + workspace.getQuery();
        String formList = "/study/forms.xhtml?" + workspace.getQuery();
        List<Count> counts = new ArrayList<>();
        add(counts, study.events().stream().filter(event -> !event.isLog()).count(), "countVisits", plan);
        add(counts, forms.stream().filter(form -> !form.log()).count(), "countForms", formList);
        add(counts, forms.stream().filter(FormDefinition::log).count(), "countLogs", formList);
        add(counts, items.size(), "countItems", formList);
        add(counts, study.codeLists().size(), "countLists", null);
        add(counts, items.stream().mapToLong(item -> item.checks().size()).sum(), "countChecks", null);
        add(counts, study.conditions().size(), "countConditions", null);
        add(counts, study.methods().size(), "countMethods", null);
        add(counts, study.criteria().size(), "countCriteria", plan + "#criteria");
        add(counts, study.arms().size(), "countArms", plan + "#arms");
        return counts;
    }

    private static void add(List<Count> counts, long number, String name, String href) {
        counts.add(new Count(number, Words.of(ROOM, name), number == 0 ? null : href));
    }

    /** What the newest run of the test participants came to, in a sentence. */
    public String getTestRun() {
        return acceptance
                .latest(workspace.scope(), workspace.getVersion().id())
                .map(StudyPage::told)
                .orElseGet(() -> Words.of("acceptance", "notRun"));
    }

    private static String told(RunView run) {
        String signed =
                run.signed() ? " " + Words.of(ROOM, "signedBy", run.signature().name()) : "";
        return run.result().isEmpty()
                ? Words.of("acceptance", "ranNothing") + signed
                : Words.of(
                                "acceptance",
                                run.green() ? "ranGreen" : "ranRed",
                                run.result().steps(),
                                run.result().failures())
                        + signed;
    }

    /** The sites of this person that follow this version today. */
    public String getFollowers() {
        String numbers = sites.mine(workspace.getVersion().study()).stream()
                .filter(site -> Long.valueOf(workspace.getVersion().id()).equals(site.versionId()))
                .map(site -> site.number() + " " + site.name())
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? Words.of(ROOM, "notInForce") : numbers;
    }

    /** What the import left out, repaired or kept as text; told to those who build. */
    public List<Remark> getRemarks() {
        return workspace.isBuilder()
                ? papers.remarks(workspace.scope(), workspace.getVersion().id())
                : List.of();
    }

    public boolean isWithRemarks() {
        return !getRemarks().isEmpty();
    }

    /** What became of a part of the file, in a word. */
    public String told(Remark remark) {
        return Words.of(
                ROOM,
                switch (remark.kind()) {
                    case STRIPPED -> "stripped";
                    case REPAIRED -> "repaired";
                    case KEPT -> "keptText";
                });
    }

    /** What a person should look at before release; in sentences. */
    public List<String> getHints() {
        StudyDefinition study = study();
        List<String> hints = new ArrayList<>();
        Set<String> used = new HashSet<>();
        study.events().stream()
                .flatMap(event -> event.forms().stream())
                .map(EventDefinition.FormRef::formOid)
                .forEach(used::add);
        study.forms().values().stream()
                .filter(form -> !used.contains(form.oid()))
                .forEach(form ->
                        hints.add(Words.of(ROOM, "hintUnused", form.name().text())));
        if (study.formFor(FormDefinition.Purpose.CONSENT).isEmpty()) {
            hints.add(Words.of(ROOM, "hintNoConsent"));
        }
        if (study.formFor(FormDefinition.Purpose.END_OF_STUDY).isEmpty()) {
            hints.add(Words.of(ROOM, "hintNoEnd"));
        }
        return hints;
    }

    public boolean isWithHints() {
        return !getHints().isEmpty();
    }

    private StudyDefinition study() {
        return workspace.getDefinition();
    }
}
