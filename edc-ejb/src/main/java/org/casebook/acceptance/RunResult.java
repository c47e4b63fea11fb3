package org.casebook.acceptance;

import java.util.List;

/**
 * What a run of the test participants came to, step by step.
 *
 * @param participants in the file's order; empty when the file has none
 */
public record RunResult(List<Participant> participants) {

    public RunResult {
        participants = List.copyOf(participants);
    }

    /**
     * One test participant.
     *
     * @param line where it stands in the study file; 0 when unknown
     */
    public record Participant(String oid, String name, int line, List<Step> steps) {

        public Participant {
            steps = List.copyOf(steps);
        }

        public boolean passed() {
            return steps.stream().allMatch(Step::passed);
        }

        /** How many steps did not come out as expected. */
        public long failures() {
            return steps.stream().filter(step -> !step.passed()).count();
        }
    }

    /**
     * One thing done or looked at.
     *
     * @param line where it stands in the study file; 0 when unknown
     * @param what for example {@code IE.LBPDUR ← “5”}
     * @param expected what should come of it
     * @param actual what came of it, in the same words
     */
    public record Step(int line, String what, String expected, String actual, boolean passed) {}

    /** Whether every step came out as expected; true for a file without test participants. */
    public boolean passed() {
        return participants.stream().allMatch(Participant::passed);
    }

    public boolean isEmpty() {
        return participants.isEmpty();
    }

    /** How many steps were run. */
    public long steps() {
        return participants.stream().mapToLong(one -> one.steps().size()).sum();
    }

    /** How many steps did not come out as expected. */
    public long failures() {
        return participants.stream().mapToLong(Participant::failures).sum();
    }
}
