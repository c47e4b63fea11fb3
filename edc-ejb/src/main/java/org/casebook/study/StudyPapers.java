package org.casebook.study;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;
import org.casebook.odm.Remark;
import org.casebook.rendering.BlankForms;
import org.casebook.rendering.CanonicalFile;
import org.casebook.rendering.OldFile;

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
        VersionView version = version(study, versionId).view();
        StudyDefinition definition = definitions.get(versionId);
        String spoken =
                language == null || language.isBlank() ? definition.languages().get(0) : language.strip();
        StudyKey.Kind kind = StudyKey.parse(version.study()).kind();
        byte[] content = BlankForms.write(definition, version.sha256(), version.loadedAt(), spoken, kind);
        return new StudyPaper(name(version, "blank-forms_" + spoken + ".pdf"), content);
    }

    /** The file as it was loaded, byte for byte. It may hold block sizes, so it is for those who build. */
    @Allowed(Permission.LOAD_STUDY)
    public StudyPaper original(Scope study, long versionId) {
        StudyVersion version = version(study, versionId);
        return new StudyPaper(name(version.view(), "original.xml"), version.content());
    }

    /** What the version plans as canonical ODM 2.0: the same definition gives the same bytes. */
    @Allowed(Permission.LOAD_STUDY)
    public StudyPaper odm(Scope study, long versionId) {
        VersionView version = version(study, versionId).view();
        return new StudyPaper(name(version, "odm2.xml"), CanonicalFile.of(definitions.get(versionId)));
    }

    /** What the version plans as ODM 1.3.2, for systems that read no later version; what that cannot say is left out. */
    @Allowed(Permission.LOAD_STUDY)
    public StudyPaper oldOdm(Scope study, long versionId) {
        VersionView version = version(study, versionId).view();
        return new StudyPaper(
                name(version, "odm1-3-2.xml"),
                OldFile.of(definitions.get(versionId)).content());
    }

    /** What is left out of the version as ODM 1.3.2, one clause for each kind; empty when nothing is. */
    @Allowed(Permission.LOAD_STUDY)
    public List<String> leftOutOfOldOdm(Scope study, long versionId) {
        version(study, versionId);
        return OldFile.of(definitions.get(versionId)).sentences();
    }

    /** What was stripped, repaired or kept as text when the version's file was read, by line. */
    @Allowed(Permission.LOAD_STUDY)
    public List<Remark> remarks(Scope study, long versionId) {
        version(study, versionId);
        return definitions.remarks(versionId);
    }

    private StudyVersion version(Scope study, long versionId) {
        return studies.findVersion(study, versionId).orElseThrow(() -> new NotFound("study version", versionId, study));
    }

    private static String name(VersionView version, String ending) {
        return "%s_%s_%s".formatted(version.study(), version.oid(), ending).replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
