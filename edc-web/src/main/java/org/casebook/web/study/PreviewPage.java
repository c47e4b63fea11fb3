package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.FormPreview;
import org.casebook.capture.FormPreview.Elsewhere;
import org.casebook.capture.FormPreview.Which;
import org.casebook.definition.FormDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.rules.DataType;
import org.casebook.web.capture.ItemLine;
import org.casebook.web.capture.SectionLines;
import org.casebook.web.shell.Words;

/** One form of a version on scratch data, drawn by the tags of the case form; case-form-scratch.js keeps what is typed. */
@Named
@RequestScoped
public class PreviewPage {

    private static final String ROOM = "study";

    @Inject
    private FormPreview formPreview;

    @Inject
    private Workspace workspace;

    @Inject
    private HttpServletRequest request;

    private CaseFormView view;
    private List<SectionLines> sections;
    private List<Value> elsewhere;

    /**
     * A value from elsewhere as the list asks for it.
     *
     * @param label the question; what the value is for {@code today} and {@code visitDate}
     * @param kind {@code list}, {@code date} or {@code text}
     */
    public record Value(Elsewhere about, String id, String label, String kind, List<CaseFormView.Option> options) {

        public boolean chosen() {
            return kind.equals("list");
        }
    }

    /** A language of the study. */
    public record Language(String tag, String name, String href, String current) {}

    public CaseFormView getView() {
        if (view == null) {
            view = formPreview.open(workspace.scope(), which());
        }
        return view;
    }

    public String getTitle() {
        return getView().header().formName();
    }

    public String getForm() {
        String form = request.getParameter("form");
        if (form == null || form.isBlank()) {
            throw new Invalid(Sentence.of("study", "addressNoForm"));
        }
        return form;
    }

    /** The language asked for, if it is one of the study's; else the reader's, else the first. */
    public String getLanguage() {
        List<String> languages = workspace.getDefinition().languages();
        String asked = request.getParameter("language");
        return Stream.of(
                        String.valueOf(asked),
                        org.casebook.kernel.Language.ofReader().tag())
                .filter(languages::contains)
                .findFirst()
                .orElse(languages.get(0));
    }

    /** The study's languages; none to choose from where it has one. */
    public List<Language> getLanguages() {
        List<String> tags = workspace.getDefinition().languages();
        return tags.size() < 2 ? List.of() : tags.stream().map(this::language).toList();
    }

    private Language language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayLanguage(locale);
        return new Language(
                tag,
                name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1),
                address(getForm(), tag),
                tag.equals(getLanguage()) ? "true" : null);
    }

    /** The form before this one in the study's order; null for the first. */
    public FormLink getPrevious() {
        return neighbour(-1);
    }

    /** The form after this one; null for the last. */
    public FormLink getNext() {
        return neighbour(1);
    }

    public boolean isWithPrevious() {
        return getPrevious() != null;
    }

    public boolean isWithNext() {
        return getNext() != null;
    }

    /** A form and where its preview is. */
    public record FormLink(String name, String href) {}

    private FormLink neighbour(int step) {
        List<FormDefinition> forms =
                List.copyOf(workspace.getDefinition().forms().values());
        int here = forms.indexOf(workspace.getDefinition().form(getForm()));
        int there = here + step;
        return there < 0 || there >= forms.size() ? null : link(forms.get(there));
    }

    private FormLink link(FormDefinition form) {
        return new FormLink(form.name().in(getLanguage()), address(form.oid(), getLanguage()));
    }

    private String address(String form, String language) {
        return "/study/preview.xhtml?" + workspace.getQuery() + "&form="
                + URLEncoder.encode(form, StandardCharsets.UTF_8) + "&language="
                + URLEncoder.encode(language, StandardCharsets.UTF_8);
    }

    public List<SectionLines> getSections() {
        if (sections == null) {
            sections = lines();
        }
        return sections;
    }

    private List<SectionLines> lines() {
        List<SectionLines> drawn = new ArrayList<>();
        int number = 0;
        for (CaseFormView.Section section : getView().sections()) {
            List<ItemLine> items = new ArrayList<>();
            for (CaseFormView.Item item : section.items()) {
                items.add(new ItemLine(number++, item, true));
            }
            drawn.add(new SectionLines(section.title(), section.help(), section.lang(), items));
        }
        return drawn;
    }

    /** What each item is and which rules it has, for the panel beside the form. */
    public List<ItemRow> getAbout() {
        return workspace.getDefinition().form(getForm()).items().stream()
                .map(item -> ItemRow.of(workspace.getDefinition(), item))
                .toList();
    }

    public List<Value> getElsewhere() {
        if (elsewhere == null) {
            elsewhere = values();
        }
        return elsewhere;
    }

    public boolean isAskingElsewhere() {
        return !getElsewhere().isEmpty();
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (Elsewhere asked : formPreview.elsewhere(workspace.scope(), which())) {
            String label = asked.question().isEmpty() ? Words.of(ROOM, "elsewhere." + asked.name()) : asked.question();
            values.add(new Value(asked, "elsewhere-" + values.size(), label, kind(asked.type()), options(asked)));
        }
        return values;
    }

    private static String kind(DataType type) {
        return switch (type) {
            case BOOLEAN, CHOICE -> "list";
            case DATE -> "date";
            default -> "text";
        };
    }

    private static List<CaseFormView.Option> options(Elsewhere asked) {
        return asked.type() == DataType.BOOLEAN
                ? List.of(
                        new CaseFormView.Option("true", Words.of("common", "yes")),
                        new CaseFormView.Option("false", Words.of("common", "no")))
                : Objects.requireNonNull(asked.options());
    }

    /** No monitor's keys on scratch data; the dialogs of the form page ask. */
    public boolean isVerifiable() {
        return false;
    }

    /** As {@link #isVerifiable()}. */
    public boolean isQueryable() {
        return false;
    }

    private Which which() {
        return new Which(workspace.getVersion().id(), getForm(), getLanguage());
    }
}
