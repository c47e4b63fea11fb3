package org.casebook.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/** Study versions and their release, for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class VersionRegister {

    @Inject
    private Studies studies;

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
     * Releases a version: sites can follow it from now on.
     *
     * @throws VersionDoesNotAllow when it is released already
     */
    public VersionView release(Scope study, long versionId) {
        StudyVersion version = version(study, versionId);
        version.release(clock.instant());
        facts.fire(new VersionReleased(version.view()));
        return version.view();
    }

    private StudyVersion version(Scope study, long versionId) {
        return studies.findVersion(study, versionId).orElseThrow(() -> new NotFound("study version", versionId, study));
    }
}
