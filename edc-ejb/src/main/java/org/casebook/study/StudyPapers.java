package org.casebook.study;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.rendering.BlankForms;

/** What a study plans, on paper: for ethics committees, sites that keep source on paper, and whoever reviews forms. */
@Stateless
public class StudyPapers {

    @Inject
    private Studies studies;

    @Inject
    private Definitions definitions;

    /**
     * The blank case report forms of a version; the same bytes each time.
     *
     * @param language tag of one of the study's languages; empty: the study's own
     * @throws NotFound when the study has no such version
     * @throws Invalid when the study has no such language
     */
    @Allowed(Permission.VIEW_STUDY)
    public StudyPaper blankForms(Scope study, long versionId, String language) {
        VersionView version = studies.findVersion(study, versionId)
                .map(StudyVersion::view)
                .orElseThrow(() -> new NotFound("study version", versionId, study));
        StudyDefinition definition = definitions.get(versionId);
        String spoken =
                language == null || language.isBlank() ? definition.languages().get(0) : language.strip();
        byte[] content = BlankForms.write(definition, version.sha256(), version.loadedAt(), spoken);
        String name = "%s_%s_blank-forms_%s.pdf".formatted(version.study(), version.oid(), spoken);
        return new StudyPaper(name.replaceAll("[^A-Za-z0-9._-]", "-"), content);
    }
}
