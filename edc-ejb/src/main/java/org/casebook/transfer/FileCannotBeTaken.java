package org.casebook.transfer;

import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A file of clinical data cannot be taken as things stand; nothing of it was. */
public class FileCannotBeTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String ROOM = "transfer";

    private FileCannotBeTaken(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }

    static FileCannotBeTaken now(ImportReport report) {
        return new FileCannotBeTaken(
                report.state() == ImportReport.State.TAKEN
                        ? Sentence.of(ROOM, "takenAlready")
                        : Sentence.of(ROOM, "faulty", report.outcome().counts().faults()));
    }

    static FileCannotBeTaken changed() {
        return new FileCannotBeTaken(Sentence.of(ROOM, "changed"));
    }

    static FileCannotBeTaken stopped(Finding where) {
        return new FileCannotBeTaken(Sentence.of(
                ROOM, "stopped", where.line(), String.valueOf(where.subject()), String.valueOf(where.sentence())));
    }
}
