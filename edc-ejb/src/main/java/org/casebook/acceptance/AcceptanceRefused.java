package org.casebook.acceptance;

import org.casebook.kernel.Refusal;
import org.casebook.study.VersionView;

/** A version was not released, for a reason that its release cannot overlook. */
public class AcceptanceRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private AcceptanceRefused(Kind kind, String sentence) {
        super(kind, sentence);
    }

    static AcceptanceRefused red(VersionView version, RunResult result) {
        RunResult.Participant participant = result.participants().stream()
                .filter(one -> !one.passed())
                .findFirst()
                .orElseThrow();
        RunResult.Step step = participant.steps().stream()
                .filter(one -> !one.passed())
                .findFirst()
                .orElseThrow();
        return new AcceptanceRefused(
                Kind.CONFLICT,
                "Version %s is not released: %d of %d steps of its test participants did not come out as expected. First: %s, line %d: %s, expected %s, was %s. Correct the rule or the expectation, and load the file as a new version."
                        .formatted(
                                version.oid(),
                                result.failures(),
                                result.steps(),
                                participant.oid(),
                                step.line(),
                                step.what(),
                                step.expected(),
                                step.actual()));
    }

    static AcceptanceRefused unsigned(VersionView version) {
        return new AcceptanceRefused(
                Kind.CONFLICT,
                "Version %s is for participants, so it is released by signing the run of its test participants. Open the version's page, look at the run, and sign there."
                        .formatted(version.oid()));
    }

    static AcceptanceRefused released(VersionView version) {
        return new AcceptanceRefused(
                Kind.CONFLICT, "Version %s of %s is released already.".formatted(version.oid(), version.study()));
    }

    static AcceptanceRefused changed() {
        return new AcceptanceRefused(
                Kind.CONFLICT,
                "What the run comes to is no longer what was shown, or another version of Casebook runs now. Nothing was signed. Run the test participants again, review them, and sign.");
    }

    static AcceptanceRefused used() {
        return new AcceptanceRefused(Kind.CONFLICT, "This run is signed already. Nothing was done.");
    }
}
