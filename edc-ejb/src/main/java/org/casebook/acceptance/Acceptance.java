package org.casebook.acceptance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.casebook.access.StepUps;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.study.VersionView;

/**
 * Trying versions by their test participants, and releasing them. A version for participants is released by the signature of
 * a builder on its run; a copy for tests or training by a green run alone. A red run releases nothing.
 */
@Stateless
public class Acceptance {

    @Inject
    private AcceptanceDesk desk;

    @Inject
    private AcceptanceRuns runs;

    @Inject
    private StepUps stepUps;

    @Inject
    private CurrentActor actor;

    /**
     * Runs the test participants of a file; nothing is kept.
     *
     * @param file as for {@code StudyDesign.load}
     * @throws StudyFileIsFaulty with every fault
     */
    @Allowed(Permission.LOAD_STUDY)
    public RunResult tryFile(byte[] file) {
        StudyDefinition study = new DefinitionReader().read(file);
        return TestCourse.run(study, new StudyRules(study));
    }

    /** Runs the test participants of a version and keeps the run. */
    @Allowed(Permission.LOAD_STUDY)
    public RunView run(Scope study, long versionId) {
        return desk.run(desk.unreleased(study, versionId)).view();
    }

    /** The run that counts: the one by which the version was released, else the newest; empty before the first. */
    @Allowed(Permission.VIEW_STUDY)
    public Optional<RunView> latest(Scope study, long versionId) {
        return runs.latest(study, versionId).map(AcceptanceRun::view);
    }

    /**
     * The record of acceptance as PDF: the one that was kept at release, else of the newest run as it stands.
     *
     * @throws NotFound when the version was never run
     */
    @Allowed(Permission.VIEW_STUDY)
    public byte[] record(Scope study, long versionId) {
        return runs.latest(study, versionId)
                .map(desk::record)
                .orElseThrow(() -> new NotFound("acceptance run of version", versionId, study));
    }

    /**
     * Releases a version of a copy for tests or training: sites can follow it from now on.
     *
     * @throws AcceptanceRefused when its run is red, when it is released already, or when it is for participants and needs
     *     a signature
     */
    @Allowed(Permission.LOAD_STUDY)
    public VersionView release(Scope study, long versionId) {
        VersionView version = desk.unreleased(study, versionId);
        if (!study.isCopy()) {
            throw AcceptanceRefused.unsigned(version);
        }
        AcceptanceRun run = desk.run(version);
        desk.requireGreen(version, run.view().result());
        return desk.release(run);
    }

    /**
     * Runs a version, keeps the run, and asks for the password; once it was typed the run is signed and the version released.
     *
     * @return address of the password page
     * @throws AcceptanceRefused when the run is red or the version released already
     */
    @Allowed(Permission.LOAD_STUDY)
    public URI requestRelease(Scope study, long versionId) {
        VersionView version = desk.unreleased(study, versionId);
        AcceptanceRun run = desk.run(version);
        desk.requireGreen(version, run.view().result());
        return stepUps.begin(study, ConfirmedRelease.PURPOSE, ConfirmedRelease.payload(run, actor.get()));
    }
}
