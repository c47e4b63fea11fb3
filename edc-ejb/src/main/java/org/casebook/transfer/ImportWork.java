package org.casebook.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormState;
import org.casebook.kernel.Language;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.schedule.Visits;
import org.casebook.standing.StepIsMissing;
import org.casebook.subject.Admission;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.transfer.Finding.Kind;
import org.casebook.transfer.SubjectComparison.FormStep;
import org.casebook.transfer.SubjectComparison.ValueStep;

/** Takes what a comparison says, by the doors and the one way by which people enter data too. */
@ApplicationScoped
class ImportWork {

    private static final String REHEARSAL = "Dry run";
    private static final String STEP_FIRST =
            "A file takes no such step: load it without these forms first, take the step in this copy of the study, then load the whole file.";

    private static final String OTHERWISE =
            "What the file says before changes what this means, so that nobody could say what taking it comes to. Give this"
                    + " participant a file of its own, and take it after this one.";

    @Inject
    private Standings standings;

    @Inject
    private Admission admission;

    @Inject
    private Participants participants;

    @Inject
    private DataCapture dataCapture;

    @Inject
    private FormDesk formDesk;

    @Inject
    private CaseBook caseBook;

    @Inject
    private Visits visits;

    @Inject
    private ImportRuns runs;

    /** Ends a rehearsal, so that nothing of it stays; says what would stop the file, if anything did. */
    static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Finding obstacle;

        Rehearsed(Finding obstacle) {
            super("rehearsed", null, false, false);
            this.obstacle = obstacle;
        }

        /** Null when the whole file can be taken. */
        Finding obstacle() {
            return obstacle;
        }
    }

    /** A refusal with the line of the file that led to it. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Finding where;
        private final transient Refusal refusal;

        Stopped(Finding where, Refusal refusal) {
            super(refusal.getMessage(), refusal);
            this.where = where;
            this.refusal = refusal;
        }

        Finding where() {
            return where;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Does everything in a transaction of its own and takes it back.
     *
     * @param found what the file meant when it was looked at; an obstacle when taking it comes to something else
     * @throws Rehearsed always
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void rehearse(Scope scope, byte[] content, ImportOutcome found) {
        try {
            ImportOutcome came = take(scope, content, "dry-run", REHEARSAL);
            throw new Rehearsed(found.firstOtherIn(came)
                    .map(other -> other.as(Kind.FAULT, OTHERWISE))
                    .orElse(null));
        } catch (Stopped stopped) {
            throw new Rehearsed(stopped.where());
        }
    }

    /**
     * Takes a whole file in the transaction of the caller.
     *
     * @param run tells the entries of one file from those of another
     * @throws Stopped at the first refusal
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ImportOutcome take(Scope scope, byte[] content, String run, String reason) {
        ImportPass pass = new ImportPass(source -> standings.of(scope, source), (source, comparison, keys) -> {
            Scope place = Scope.of(scope.study(), comparison.standing().site());
            return take(place, source, comparison, new Taking(run, reason, keys));
        });
        // what stops a file is kept with its report, the same for every reader
        return Language.ENGLISH.saying(() -> pass.through(content));
    }

    /**
     * One taking of a file.
     *
     * @param run tells its entries from those of others
     * @param keys the participants of the file, whose numbers nobody else gets
     */
    private record Taking(String run, String reason, Set<String> keys) {}

    private String take(Scope place, SourceSubject source, SubjectComparison comparison, Taking taking) {
        Finding at = ImportPass.fault(source.line(), source.key(), null);
        try {
            Participant participant = participant(place, source, comparison, taking);
            for (FormStep step : comparison.steps()) {
                at = Finding.at(line(step), source.key(), step.seat(), null, Kind.FAULT);
                take(participant, step, taking.run(), taking.reason());
            }
            runs.settle();
            return participant.key();
        } catch (Refusal refused) {
            String mend = refused instanceof StepIsMissing ? " " + STEP_FIRST : "";
            throw new Stopped(at.saying(refused.sentence() + mend), refused);
        }
    }

    private static int line(FormStep step) {
        return step.removedAt() > 0 ? step.removedAt() : step.values().get(0).line();
    }

    private Participant participant(Scope place, SourceSubject source, SubjectComparison comparison, Taking taking) {
        Standing standing = comparison.standing();
        if (standing.subject() != null) {
            return participants.requireOpen(Scope.of(place.study()), standing.subject());
        }
        Participant added = admission.admit(place, source.key(), taking.keys());
        runs.nameSubject(place.study(), source.key(), added.key());
        return added;
    }

    private void take(Participant participant, FormStep step, String run, String reason) {
        Scope place = participant.scope();
        if (step.removedAt() > 0) {
            formDesk.voidForm(place, step.form().id(), reason);
            return;
        }
        long form =
                step.form() == null ? started(participant, step) : step.form().id();
        FormState held = caseBook.hold(place, form);
        List<Entry> entries = new ArrayList<>();
        for (ValueStep value : step.values()) {
            entries.add(new Entry(
                    "import-" + run + "-" + value.line(),
                    value.item(),
                    value.text(),
                    value.unit(),
                    value.leftBlank(),
                    held.item(value.item()).revision(),
                    reason));
        }
        caseBook.take(place, form, entries);
    }

    private long started(Participant participant, FormStep step) {
        SubjectComparison.Seat seat = step.seat();
        String event = step.event();
        visits.open(participant, seat.event());
        if (seat.row() == null) {
            return dataCapture.start(participant.scope(), participant.key(), seat.event(), seat.form());
        }
        long row = event == null
                ? dataCapture.addRow(participant.scope(), participant.key(), seat.form())
                : dataCapture.start(participant.scope(), participant.key(), event, seat.form());
        runs.nameRow(
                participant.study(), participant.key(), new Standing.SourceRow(event, seat.form(), seat.row()), row);
        return row;
    }
}
