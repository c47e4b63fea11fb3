package org.casebook.transfer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/**
 * Clinical data from files of ODM 1.3 and 2.0, into test and training studies only: looked at first, then taken whole or not
 * at all (ICH E6(R3) 4.2.3: data that come from elsewhere are checked and traceable).
 */
@Stateless
public class ClinicalImport {

    private static final String ORIGIN = "import";
    private static final int LONGEST_NAME = 200;

    @Inject
    private ImportRuns runs;

    @Inject
    private Standings standings;

    @Inject
    private ImportWork work;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Says what a file would change, value by value, and changes nothing: what is new, the same or different, what the study
     * computes itself, and everything that stands in the way, with its line. What it would do is done once and taken back,
     * so that what people would be refused is refused here too.
     *
     * @param scope a copy of the study; its site is that of participants for whom the file names none
     * @param fileName as people know it
     * @param content ODM 1.3 or 2.0 with ClinicalData, at most 50 MB
     * @throws ImportsAreForCopies in a production study
     * @throws org.casebook.kernel.NotFound when there is no such study or site
     * @throws org.casebook.odm.StudyFileIsFaulty when the file cannot be read
     */
    @Allowed(Permission.IMPORT_DATA)
    public ImportReport look(Scope scope, String fileName, byte[] content) {
        requireCopy(scope);
        String name = fileName == null || fileName.isBlank() ? "clinical data" : fileName.strip();
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        ImportOutcome found = new ImportPass(source -> standings.of(scope, source), null).through(content);
        if (found.counts().faults() == 0) {
            found = rehearsed(scope, content, found);
        }
        ImportRun run = new ImportRun(scope, shown, sha256(content), content);
        run.lookedAt(found, currentActor.get(), clock.instant());
        runs.add(run);
        return run.report();
    }

    private ImportOutcome rehearsed(Scope scope, byte[] content, ImportOutcome found) {
        Actor person = currentActor.get();
        currentActor.enter(person.by(ORIGIN), currentActor.request());
        try {
            work.rehearse(scope, content, found);
            throw new IllegalStateException("a rehearsal is taken back");
        } catch (ImportWork.Rehearsed rehearsed) {
            return rehearsed.obstacle() == null ? found : found.with(rehearsed.obstacle());
        } finally {
            currentActor.enter(person, currentActor.request());
        }
    }

    /** A file that was looked at, with what it means or came to. */
    @Allowed(Permission.IMPORT_DATA)
    public ImportReport get(Scope scope, long id) {
        requireCopy(scope);
        return runs.get(scope, id).report();
    }

    /** The files that were looked at, the newest first, without their findings. */
    @Allowed(Permission.IMPORT_DATA)
    public List<ImportReport> list(Scope scope) {
        requireCopy(scope);
        return runs.list(scope);
    }

    /**
     * Takes a file that was looked at: all of it, in one transaction, or nothing.
     *
     * @param reason why values that are there change; needed when some do
     * @throws FileCannotBeTaken when something of it is at fault, it was taken before, or the data changed since it was
     *     looked at
     */
    @Allowed(Permission.IMPORT_DATA)
    public ImportReport take(Scope scope, long id, String reason) {
        requireCopy(scope);
        runs.holdStudy(scope);
        ImportRun run = runs.hold(scope, id);
        ImportReport looked = run.report();
        if (!looked.takeable()) {
            throw FileCannotBeTaken.now(looked);
        }
        String why = looked.reasonDue()
                ? Words.needed(
                        reason,
                        Sentence.of(
                                "transfer",
                                "sayWhy",
                                looked.outcome().counts().different()
                                        + looked.outcome().counts().removed()))
                : reason == null || reason.isBlank() ? null : reason.strip();
        ImportOutcome came = done(run, looked, why);
        ImportRun kept = runs.get(scope, id);
        kept.taken(came, currentActor.get(), why, clock.instant());
        facts.fire(new ClinicalDataTaken(kept.scope(), looked.fileName(), looked.sha256(), came.counts(), why));
        return kept.report();
    }

    private ImportOutcome done(ImportRun run, ImportReport looked, String why) {
        Actor person = currentActor.get();
        currentActor.enter(person.by(ORIGIN), currentActor.request());
        try {
            ImportOutcome came = work.take(run.scope(), run.content(), String.valueOf(looked.id()), why);
            if (!new ArrayList<>(came.findings()).equals(looked.outcome().findings())) {
                throw FileCannotBeTaken.changed();
            }
            return came;
        } catch (ImportWork.Stopped stopped) {
            throw FileCannotBeTaken.stopped(stopped.where());
        } finally {
            currentActor.enter(person, currentActor.request());
        }
    }

    private void requireCopy(Scope scope) {
        standings.requirePlace(scope);
        if (!scope.isCopy()) {
            throw new ImportsAreForCopies(scope);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
