package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyView;
import org.casebook.study.VersionView;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The studies of the person with their versions; builders load and release here. */
@Named
@RequestScoped
public class StudiesPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");
    private static final int DIGITS_SHOWN = 12;

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Shell shell;

    private List<Row> rows;

    /**
     * A version in the list.
     *
     * @param study key of the study
     * @param kind whether participants are in it, in words
     * @param state key of {@code edc:status}
     * @param digest the first digits of its SHA-256
     * @param releasable whether the person may release it now
     */
    public record Row(
            long id,
            String study,
            String studyName,
            String kind,
            String version,
            String versionName,
            String state,
            String loaded,
            String digest,
            boolean releasable) {}

    public List<Row> getRows() {
        if (rows == null) {
            boolean builder = isBuilder();
            rows = studyDesign.mine().stream()
                    .flatMap(study -> study.versions().stream().map(version -> row(study, version, builder)))
                    .toList();
        }
        return rows;
    }

    /** Whether there is anything to list. */
    public boolean isFilled() {
        return !getRows().isEmpty();
    }

    /** Whether the person may load and release. */
    public boolean isBuilder() {
        return shell.may(Permission.LOAD_STUDY);
    }

    private static Row row(StudyView study, VersionView version, boolean builder) {
        return new Row(
                version.id(),
                study.oid(),
                study.name(),
                Words.of("common", "kind." + study.kind()),
                version.oid(),
                version.name(),
                version.released() ? "RELEASED" : "DRAFT",
                MINUTE.format(version.loadedAt().atOffset(ZoneOffset.UTC)),
                version.sha256().substring(0, DIGITS_SHOWN),
                builder && !version.released());
    }
}
