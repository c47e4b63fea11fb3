package org.casebook.transfer;

import org.casebook.kernel.Refusal;

/** A file of clinical data cannot be taken as things stand; nothing of it was. */
public class FileCannotBeTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private FileCannotBeTaken(String sentence) {
        super(Kind.CONFLICT, sentence);
    }

    static FileCannotBeTaken now(ImportReport report) {
        return new FileCannotBeTaken(
                report.state() == ImportReport.State.TAKEN
                        ? "The file was taken already. Look at it again to see whether it would change anything now."
                        : "The file has %d faults, so that nothing of it can be taken. Correct them, then look at it again."
                                .formatted(report.outcome().counts().faults()));
    }

    static FileCannotBeTaken changed() {
        return new FileCannotBeTaken(
                "The data changed since the file was looked at, so that it would do something else. Look at it again.");
    }

    static FileCannotBeTaken stopped(Finding where) {
        return new FileCannotBeTaken("Line %d, participant %s: %s Nothing of the file was taken."
                .formatted(where.line(), where.subject(), where.sentence()));
    }
}
