package org.casebook.web.authoring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebook.authoring.AuthoringDesk;
import org.casebook.kernel.Language;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;
import org.casebook.web.study.Workspace;

/** The instruments of a version, and for builders the library and the way in for words. */
@Named
@RequestScoped
public class InstrumentsPage {

    private static final Pattern COUNTED = Pattern.compile("(.*?)(\\d{1,6})");

    @Inject
    private AuthoringDesk desk;

    @Inject
    private StudyDesign design;

    @Inject
    private Workspace workspace;

    private List<InstrumentCard> own;

    /** Something to choose. */
    public record Choice(String value, String name) {}

    /** The instruments that the version has. */
    public List<InstrumentCard> getOwn() {
        if (own == null) {
            own = desk.instruments(workspace.scope(), workspace.getVersion().id()).stream()
                    .map(instrument -> InstrumentCard.of(instrument, null))
                    .toList();
        }
        return own;
    }

    public boolean isNone() {
        return getOwn().isEmpty();
    }

    public boolean isBuilder() {
        return workspace.isBuilder();
    }

    /** Whether there are words to be filled, and somebody who may. */
    public boolean isWordable() {
        return isBuilder() && !isNone();
    }

    /** The instruments of the library that the version does not have. */
    public List<InstrumentCard> getOffered() {
        Set<String> there = workspace.getDefinition().forms().keySet();
        return desk.offered().stream()
                .filter(instrument -> !there.contains(instrument.formOid()))
                .map(instrument -> InstrumentCard.of(
                        instrument,
                        "/entry/authoring/instruments?form=" + instrument.formOid() + "&" + workspace.getPlaceQuery()))
                .toList();
    }

    public List<Choice> getVisits() {
        return workspace.getDefinition().events().stream()
                .filter(event -> !event.isLog())
                .map(event -> new Choice(event.oid(), event.name().shown()))
                .toList();
    }

    /** Languages to fill words in: those of the study, and those that people here speak. */
    public List<Choice> getLanguages() {
        Set<String> tags = new TreeSet<>(workspace.getDefinition().languages());
        for (Language language : Language.values()) {
            tags.add(language.tag());
        }
        return tags.stream()
                .map(tag -> new Choice(
                        tag,
                        Locale.forLanguageTag(tag)
                                .getDisplayLanguage(Language.ofReader().locale())))
                .toList();
    }

    public String getUrl() {
        return "/entry/authoring/versions/" + workspace.getVersion().id();
    }

    /** Where a version that was made is looked at. */
    public String getThen() {
        return "/authoring/instruments.xhtml?study={study}&version={version}";
    }

    /** The next OID after the version's: its number raised until it is free. */
    public String getNextOid() {
        Set<String> taken = design.versions(workspace.scope()).stream()
                .map(VersionView::oid)
                .collect(Collectors.toSet());
        Matcher counted = COUNTED.matcher(workspace.getVersion().oid());
        boolean numbered = counted.matches();
        String stem = numbered ? counted.group(1) : workspace.getVersion().oid() + ".";
        int number = numbered ? Integer.parseInt(counted.group(2)) : 1;
        String next;
        do {
            number++;
            next = stem + number;
        } while (taken.contains(next));
        return next;
    }
}
