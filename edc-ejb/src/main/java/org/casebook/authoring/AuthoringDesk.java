package org.casebook.authoring;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.definition.StudyDefinition;
import org.casebook.instrument.Adoption;
import org.casebook.instrument.Instrument;
import org.casebook.instrument.Instruments;
import org.casebook.instrument.Library;
import org.casebook.instrument.NewVersion;
import org.casebook.instrument.WordTable;
import org.casebook.instrument.Wording;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey;
import org.casebook.odm.OdmPart;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.rendering.CanonicalFile;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyPaper;
import org.casebook.study.VersionDoesNotAllow;
import org.casebook.study.VersionView;

/** Taking instruments and wording into a study: each makes a new version of it, which is loaded, judged and told as any other. */
@Stateless
public class AuthoringDesk {

    @Inject
    private StudyDesign design;

    @Inject
    private RequestClock clock;

    /** The instruments that ship, in the order in which they are offered. */
    @Allowed(Permission.LOAD_STUDY)
    public List<Instrument> offered() {
        return Library.files().values().stream()
                .flatMap(file -> Instruments.of(file).stream())
                .toList();
    }

    /**
     * The file of an instrument that ships: a small study by itself.
     *
     * @throws NotFound when the library has no such instrument
     */
    @Allowed(Permission.LOAD_STUDY)
    public StudyPaper file(String formOid) {
        StudyDefinition file = Library.find(formOid).orElseThrow(() -> new NotFound("instrument", formOid, null));
        return new StudyPaper(file.versionOid() + ".xml", CanonicalFile.of(file));
    }

    /** The instruments of a version, in its file's order. */
    @Allowed(Permission.VIEW_STUDY)
    public List<Instrument> instruments(Scope study, long versionId) {
        return Instruments.of(design.definitionOf(study, versionId));
    }

    /**
     * Makes a version of the study with instruments in it, on the ground of another version.
     *
     * @throws Invalid when an instrument cannot be taken, with what stands against it
     * @throws StudyFileIsFaulty when the study would not be sound
     * @throws VersionDoesNotAllow when the study has a version of this OID already
     */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView take(Scope study, long versionId, Order order) {
        StudyDefinition ground = design.definitionOf(study, versionId);
        return load(
                study,
                Adoption.of(
                        ground,
                        order.instruments(),
                        order.events(),
                        new NewVersion(order.version(), order.name(), clock.instant())));
    }

    /**
     * The words of the instruments of a version as a table to be filled.
     *
     * @param language tag, for example {@code de}
     */
    @Allowed(Permission.LOAD_STUDY)
    public StudyPaper words(Scope study, long versionId, String language) {
        byte[] table = WordTable.of(design.definitionOf(study, versionId), language);
        String name = "%s_words_%s.csv".formatted(study.study(), language);
        return new StudyPaper(name.replaceAll("[^A-Za-z0-9._-]", "-"), table);
    }

    /**
     * Makes a version of the study with the words of a table, on the ground of another version.
     *
     * @param table see {@link Wording}
     * @param version OID of the new version
     * @throws Invalid when the table has a fault; nothing is kept
     */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView word(Scope study, long versionId, byte[] table, String version) {
        StudyDefinition ground = design.definitionOf(study, versionId);
        return load(study, Wording.of(ground, table, new NewVersion(version, null, clock.instant())));
    }

    private VersionView load(Scope study, OdmPart file) {
        StudyKey key = StudyKey.parse(study.study());
        return design.load(CanonicalFile.of(file), key.kind(), key.copy());
    }
}
