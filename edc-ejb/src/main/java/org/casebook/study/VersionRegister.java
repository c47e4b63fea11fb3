package org.casebook.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;

/** Study versions and their release, for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class VersionRegister {

    @Inject
    private Studies studies;

    @Inject
    private Definitions definitions;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * @throws NotFound when the study has no such version
     */
    public VersionView get(Scope study, long versionId) {
        return version(study, versionId).view();
    }

    /**
     * Releases a version: sites can follow it from now on. Others may have been released since it was loaded, so its OIDs are
     * held against theirs again; whoever releases another one of the study at the same moment waits.
     *
     * @throws VersionDoesNotAllow when it is released already
     * @throws StudyFileIsFaulty with each OID that means something else than in a released version
     */
    public VersionView release(Scope study, long versionId) {
        StudyVersion version = studies.holdVersion(study, versionId)
                .orElseThrow(() -> new NotFound("study version", versionId, study));
        List<Fault> returns =
                new Candidate(version.content()).against(definitions.releasedAmong(studies.versions(study)));
        if (!returns.isEmpty()) {
            throw new StudyFileIsFaulty(returns);
        }
        version.release(clock.instant());
        facts.fire(new VersionReleased(version.view()));
        return version.view();
    }

    private StudyVersion version(Scope study, long versionId) {
        return studies.findVersion(study, versionId).orElseThrow(() -> new NotFound("study version", versionId, study));
    }
}
