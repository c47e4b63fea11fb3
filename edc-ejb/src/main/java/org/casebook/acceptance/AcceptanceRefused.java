package org.casebook.acceptance;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;
import org.casebook.study.VersionView;

/** A version was not released, for a reason that its release cannot overlook. */
public class AcceptanceRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String ROOM = "acceptance";

    private AcceptanceRefused(Kind kind, Sentence sentence) {
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
                Sentence.of(
                        ROOM,
                        "red",
                        version.oid(),
                        result.failures(),
                        result.steps(),
                        participant.oid(),
                        step.line(),
                        step.what(),
                        String.valueOf(step.expected()),
                        String.valueOf(step.actual())));
    }

    static AcceptanceRefused unsigned(VersionView version) {
        return new AcceptanceRefused(Kind.CONFLICT, Sentence.of(ROOM, "unsigned", version.oid()));
    }

    static AcceptanceRefused released(VersionView version) {
        return new AcceptanceRefused(Kind.CONFLICT, Sentence.of(ROOM, "released", version.oid(), version.study()));
    }

    static AcceptanceRefused changed() {
        return new AcceptanceRefused(Kind.CONFLICT, Sentence.of(ROOM, "changed"));
    }

    static AcceptanceRefused used() {
        return new AcceptanceRefused(Kind.CONFLICT, Sentence.of(ROOM, "used"));
    }
}
