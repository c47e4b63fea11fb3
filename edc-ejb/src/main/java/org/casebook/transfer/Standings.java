package org.casebook.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebook.capture.CaseBook;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;
import org.casebook.kernel.Words;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Finds where the participants of a file stand in a study. */
@ApplicationScoped
class Standings {

    private static final String OUR_LOCATION = "SITE.";

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private CaseBook caseBook;

    @Inject
    private ImportRuns runs;

    /**
     * Requires that the study is there, and the site where one is chosen.
     *
     * @throws NotFound when it is not
     */
    void requirePlace(Scope scope) {
        if (definitions.versionOids(scope.study()).isEmpty()) {
            throw new NotFound("study", scope.study(), null);
        }
        if (!scope.wholeStudy()) {
            sites.get(scope);
        }
    }

    /**
     * @param scope the study, and the site into which participants come whose site the file does not name
     * @throws Invalid when the participant cannot come into this study, or nobody can say to which site it belongs
     */
    Standing of(Scope scope, SourceSubject source) {
        StudyKey study = StudyKey.parse(scope.study());
        if (source.study() == null || !study.takesDataOf(source.study())) {
            throw new Invalid(
                    "The file holds data of the study “%s”; this is %s. Load that study as a copy and import there."
                            .formatted(source.study(), study));
        }
        List<String> versions = definitions.versionOids(scope.study());
        if (source.version() != null && !versions.contains(source.version())) {
            throw new Invalid(
                    "The file's data are of the version “%s” (MetaDataVersionOID), which this study does not have. It has: %s."
                            .formatted(source.version(), String.join(", ", versions)));
        }
        return find(Scope.of(scope.study()), source)
                .map(participant -> known(scope, participant, isOurs(scope, source)))
                .orElseGet(() -> added(scope, source));
    }

    /** In what this study exported its own numbers stand; elsewhere what another system calls somebody may only look like one. */
    private Optional<Participant> find(Scope study, SourceSubject source) {
        Optional<Participant> numbered = participants.find(study, source.key());
        Optional<String> named = runs.subjectOf(study.study(), source.key());
        if (numbered.isPresent() && isOurs(study, source)) {
            return numbered;
        }
        if (named.isPresent()) {
            return named.flatMap(key -> participants.find(study, key));
        }
        Optional<String> other = numbered.flatMap(held -> runs.sourceOf(study.study(), held.key()));
        if (other.isPresent()) {
            throw new Invalid(
                    ("%s is the number that the participant “%s” of an earlier file got here, and nobody can say whether the two "
                                    + "are one. Give it the SubjectKey “%s” where they are, or else one that is no number here.")
                            .formatted(source.key(), Words.quoted(other.get()), Words.quoted(other.get())));
        }
        return numbered;
    }

    private static boolean isOurs(Scope study, SourceSubject source) {
        return source.exported() && study.study().equals(source.study());
    }

    private Standing known(Scope scope, Participant participant, boolean ours) {
        if (!scope.covers(participant.study(), participant.site())) {
            throw new Invalid("The participant is at site %s, outside the site chosen.".formatted(participant.site()));
        }
        return new Standing(
                participant.site(),
                participant.key(),
                definitions.get(participant.versionId()),
                participant.locked(),
                caseBook.ofSubject(participant.scope(), participant.key()),
                runs.rowsOf(participant.study(), participant.key()),
                ours);
    }

    private Standing added(Scope scope, SourceSubject source) {
        SiteView site = site(scope, source.location());
        if (site.versionId() == null) {
            throw new Invalid(
                    "Site " + site.number()
                            + " has no study version in force, so nobody can be added there. An administrator can put one in force.");
        }
        return new Standing(
                site.number(),
                null,
                definitions.get(site.versionId()),
                false,
                List.of(),
                Map.of(),
                isOurs(scope, source));
    }

    private SiteView site(Scope scope, String location) {
        Map<String, SiteView> known =
                sites.list(Scope.of(scope.study())).stream().collect(Collectors.toMap(SiteView::number, site -> site));
        String bare = location != null && location.startsWith(OUR_LOCATION)
                ? location.substring(OUR_LOCATION.length())
                : location;
        SiteView named = known.getOrDefault(bare, known.get(location));
        if (named != null && !scope.covers(scope.study(), named.number())) {
            throw new Invalid("The file puts it at site %s, outside the site chosen.".formatted(named.number()));
        }
        if (named != null) {
            return named;
        }
        if (location != null) {
            throw new Invalid(
                    "The file puts it at “%s” (SiteRef), which is no site of this study. Add that site, or correct or remove the SiteRef."
                            .formatted(Words.quoted(location)));
        }
        SiteView chosen = known.get(scope.site());
        if (chosen == null) {
            throw new Invalid(
                    "The file names no site for it. Choose the site into which such participants come, and look at "
                            + "the file again.");
        }
        return chosen;
    }
}
