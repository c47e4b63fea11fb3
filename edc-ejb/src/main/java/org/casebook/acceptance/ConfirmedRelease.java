package org.casebook.acceptance;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Software;
import org.casebook.study.VersionView;

/** Signs a run once the password was typed again, if it still comes to what was shown, and releases the version by it. */
@Dependent
public class ConfirmedRelease implements ConfirmedAct {

    static final String PURPOSE = "release-version";

    @Inject
    private AcceptanceRuns runs;

    @Inject
    private AcceptanceDesk desk;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** What is about to be signed: the run, and the hash of all that the signature will cover. */
    static String payload(AcceptanceRun run, Actor signer) {
        return run.id() + " " + new RunContent(run.view(), run.view().result()).sha256(signer);
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Permission right() {
        return Permission.LOAD_STUDY;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        String[] request = payload.split(" ");
        AcceptanceRun run = runs.get(place, Long.parseLong(request[0]));
        VersionView version = desk.unreleased(place, run.view().versionId());
        // run again: what is signed is what the version does now, not what it once did
        RunResult again = desk.result(version);
        desk.requireGreen(version, again);
        RunContent content = new RunContent(run.view(), again);
        String sha256 = content.sha256(actor.get());
        if (!sha256.equals(request[1]) || !run.view().software().equals(Software.version())) {
            throw desk.refused(version, AcceptanceRefused.changed());
        }
        run.sign(actor.get(), content.meaning(), sha256, clock.instant());
        facts.fire(new VersionAccepted(run.view()));
        desk.release(run);
        return "/acceptance/acceptance.xhtml?study=" + URLEncoder.encode(place.study(), StandardCharsets.UTF_8)
                + "&version=" + version.id();
    }
}
