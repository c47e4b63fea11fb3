package org.casebook.dataset;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.casebook.attachment.AttachedFiles;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Database;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.signature.LockBook;

/** Datasets of the locked study: released once, kept, downloaded as often as needed with the same bytes. */
@Stateless
public class Datasets {

    @Resource(lookup = Database.JNDI)
    private DataSource database;

    @Inject
    private Cuts cuts;

    @Inject
    private AttachedFiles attached;

    @Inject
    private LockBook locks;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Every release of the study, the newest first. */
    @Allowed(Permission.VIEW_DATASETS)
    public List<DatasetRelease> list(Scope scope) {
        return connected(sql -> new DatasetReleases(sql).list(scope));
    }

    @Allowed(Permission.VIEW_DATASETS)
    public DatasetRelease get(Scope scope, long id) {
        return connected(sql -> find(sql, scope, id));
    }

    /** What a download will be, for whoever may download: asked before the first byte goes out, so that a refusal can. */
    @Allowed(Permission.DOWNLOAD_DATASET)
    public DatasetRelease forDownload(Scope scope, long id) {
        return connected(sql -> find(sql, scope, id));
    }

    /**
     * Writes the dataset of the locked study and keeps it. A test or training copy needs no lock: it is cut as it stands, and
     * says so.
     *
     * @param scope the whole study
     * @throws StudyNotLocked with what still blocks the lock
     */
    @Allowed(Permission.DOWNLOAD_DATASET)
    public DatasetRelease release(Scope scope) {
        if (!scope.wholeStudy()) {
            throw new Invalid(Sentence.of("dataset", "wholeStudy", scope.site()));
        }
        DatasetRelease release = connected(sql -> write(scope, sql));
        facts.fire(new DatasetReleased(scope, release.id(), release.sha256()));
        return release;
    }

    /**
     * Writes the zip of a release to {@code out}; who took it is recorded.
     *
     * @throws IOException when the other side stopped reading; that somebody began to take it stays recorded
     */
    @Allowed(Permission.DOWNLOAD_DATASET)
    public void download(Scope scope, long id, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            DatasetRelease release = find(sql, scope, id);
            facts.fire(new DatasetDownloaded(scope, id, release.sha256()));
            new DatasetReleases(sql).copy(release, out);
        } catch (SQLException e) {
            throw new IllegalStateException("The kept dataset " + id + " could not be read: " + e.getMessage(), e);
        }
    }

    private DatasetRelease write(Scope scope, Sql sql) {
        if (scope.isCopy()) {
            cuts.holdMoment(sql);
        }
        Optional<Instant> lockedAt = cuts.holdLock(scope, sql);
        if (lockedAt.isEmpty() && !scope.isCopy()) {
            throw new StudyNotLocked(scope.study(), locks.overview(scope));
        }
        Cut cut = cuts.of(scope, lockedAt.orElse(clock.instant()), lockedAt.isPresent(), sql);
        try {
            Path zip = Files.createTempFile("casebook-dataset-", ".zip");
            try {
                return keep(scope, sql, cut, zip);
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset could not be written to the disk: " + e.getMessage(), e);
        }
    }

    private DatasetRelease keep(Scope scope, Sql sql, Cut cut, Path zip) throws IOException {
        Member.Written written;
        try (OutputStream disk = new BufferedOutputStream(Files.newOutputStream(zip))) {
            Member file = new Member(disk);
            new DatasetArchive(cut, sql, attached).write(file);
            written = file.done(nameOf(cut), 0);
        }
        DatasetReleases releases = new DatasetReleases(sql);
        Actor person = actor.get();
        DatasetRelease release = new DatasetRelease(
                releases.nextId(),
                releases.nextNumber(scope),
                written.name(),
                written.sha256(),
                written.size(),
                cut.newest().versionOid(),
                cut.at(),
                clock.instant(),
                person.fullName());
        releases.store(scope, release, person.id(), zip);
        return release;
    }

    private static String nameOf(Cut cut) {
        String time = cut.at().toString().replaceAll("\\.\\d+", "").replace(":", "");
        String kind = cut.key().isProduction() ? "" : cut.key().kind() + "-";
        return "%s%s-dataset-%s.zip".formatted(kind, cut.study().replaceAll("[^A-Za-z0-9._-]", "_"), time);
    }

    private static DatasetRelease find(Sql sql, Scope scope, long id) {
        return new DatasetReleases(sql)
                .find(scope, id).stream().findFirst().orElseThrow(() -> new NotFound("dataset", id, scope));
    }

    private <T> T connected(java.util.function.Function<Sql, T> work) {
        try (Connection connection = database.getConnection()) {
            return work.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be reached for datasets: " + e.getMessage(), e);
        }
    }
}
