package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casebook.study.StudyPapers;
import org.casebook.web.shell.Words;

/** What of a version can be taken home, and what each file leaves out. */
@Named
@RequestScoped
public class FilesPage {

    private static final String ROOM = "study";

    @Inject
    private Workspace workspace;

    @Inject
    private StudyPapers papers;

    /**
     * A file.
     *
     * @param text what is in it and what is lost
     */
    public record File(String name, String text, String address) {}

    /** Study files hold block sizes, so they are for those who build; the blank forms are for everybody in the study. */
    public List<File> getFiles() {
        List<File> files = new ArrayList<>();
        if (workspace.isBuilder()) {
            files.add(file("original", "original", ""));
            files.add(file("canonical", "odm", ""));
            files.add(new File(Words.of(ROOM, "file.old"), oldText(), address("odm-1-3-2", "")));
        }
        for (String tag : workspace.getDefinition().languages()) {
            String language = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
            files.add(new File(
                    Words.of(ROOM, "blankForms", language),
                    Words.of(ROOM, "file.blankForms"),
                    address("blank-forms", "&language=" + URLEncoder.encode(tag, StandardCharsets.UTF_8))));
        }
        return files;
    }

    private String oldText() {
        List<String> leftOut =
                papers.leftOutOfOldOdm(workspace.scope(), workspace.getVersion().id());
        return leftOut.isEmpty()
                ? Words.of(ROOM, "file.oldText")
                : Words.of(ROOM, "file.oldTextLeavesOut", String.join("; ", leftOut));
    }

    private File file(String word, String path, String more) {
        return new File(Words.of(ROOM, "file." + word), Words.of(ROOM, "file." + word + "Text"), address(path, more));
    }

    private String address(String path, String more) {
        return "/entry/studies/versions/" + workspace.getVersion().id() + "/" + path + "?" + workspace.getPlaceQuery()
                + more;
    }
}
