package org.casebook.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.casebook.audit.Incidents;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Software;
import org.casebook.study.Definitions;
import org.casebook.study.VersionRegister;
import org.casebook.study.VersionView;

/** Runs the test participants of versions, and releases what is green. */
@ApplicationScoped
class AcceptanceDesk {

    @Inject
    private AcceptanceRuns runs;

    @Inject
    private VersionRegister versions;

    @Inject
    private Definitions definitions;

    @Inject
    private Incidents incidents;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** A version that can still be released. */
    VersionView unreleased(Scope study, long versionId) {
        VersionView version = versions.get(study, versionId);
        if (version.released()) {
            throw AcceptanceRefused.released(version);
        }
        return version;
    }

    /** Runs the version now and keeps what came of it. */
    AcceptanceRun run(VersionView version) {
        AcceptanceRun run =
                runs.add(new AcceptanceRun(version, Software.version(), result(version), actor.get(), clock.instant()));
        facts.fire(new VersionTried(run.view()));
        return run;
    }

    /** What the test participants come to now; nothing is kept. */
    RunResult result(VersionView version) {
        return TestCourse.run(definitions.get(version.id()), definitions.rules(version.id()));
    }

    /**
     * @throws AcceptanceRefused with the first step that did not come out as expected; told in the trail
     */
    void requireGreen(VersionView version, RunResult result) {
        if (!result.passed()) {
            throw refused(version, AcceptanceRefused.red(version, result));
        }
    }

    /** The refusal, once it stands in the trail for good. */
    AcceptanceRefused refused(VersionView version, AcceptanceRefused refusal) {
        incidents.record(Change.of(Scope.of(version.study()), "release-refused").withReason(refusal.getMessage()));
        return refusal;
    }

    /** Releases the version by this run, and keeps the record. */
    VersionView release(AcceptanceRun run) {
        RunView view = run.view();
        VersionView released = versions.release(Scope.of(view.study()), view.versionId());
        run.keep(pdf(view));
        return released;
    }

    /** The record of acceptance: as kept at release, else as it stands now. */
    byte[] record(AcceptanceRun run) {
        return run.record() == null ? pdf(run.view()) : run.record();
    }

    private byte[] pdf(RunView run) {
        return new AcceptanceRecord(run, definitions.get(run.versionId()).name()).pdf();
    }
}
