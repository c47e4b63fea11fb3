package org.casebook.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormState;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.subject.Admission;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.transfer.SubjectComparison.FormStep;
import org.casebook.transfer.SubjectComparison.ValueStep;

/** Takes what a comparison says, by the doors and the one way by which people enter data too. */
@ApplicationScoped
class ImportWork {

    private static final String REHEARSAL = "Dry run";

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
     * @throws Rehearsed always
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void rehearse(Scope scope, byte[] content) {
        try {
            take(scope, content, "dry-run", REHEARSAL);
        } catch (Stopped stopped) {
            throw new Rehearsed(stopped.where());
        }
        throw new Rehearsed(null);
    }

    /**
     * Takes a whole file in the transaction of the caller.
     *
     * @param run tells the entries of one file from those of another
     * @throws Stopped at the first refusal
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ImportOutcome take(Scope scope, byte[] content, String run, String reason) {
        return new ImportPass(
                        source -> standings.of(scope, source),
                        (source, comparison) -> take(scope, source, comparison, run, reason))
                .through(content);
    }

    private String take(Scope scope, SourceSubject source, SubjectComparison comparison, String run, String reason) {
        Finding at = ImportPass.fault(source.line(), source.key(), null);
        try {
            Participant participant = participant(scope, source, comparison);
            for (FormStep step : comparison.steps()) {
                at = new Finding(
                        line(step),
                        source.key(),
                        step.seat().event(),
                        step.seat().form(),
                        step.seat().row(),
                        null,
                        Finding.Kind.FAULT,
                        null,
                        null,
                        null);
                take(participant, step, run, reason);
            }
            runs.settle();
            return participant.key();
        } catch (Refusal refused) {
            throw new Stopped(at.saying(refused.getMessage()), refused);
        }
    }

    private static int line(FormStep step) {
        return step.removedAt() > 0 ? step.removedAt() : step.values().get(0).line();
    }

    private Participant participant(Scope scope, SourceSubject source, SubjectComparison comparison) {
        Standing standing = comparison.standing();
        if (standing.subject() != null) {
            return participants.requireOpen(Scope.of(scope.study()), standing.subject());
        }
        Participant added = admission.admit(Scope.of(scope.study(), standing.site()), source.key());
        runs.nameSubject(scope.study(), source.key(), added.key());
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
