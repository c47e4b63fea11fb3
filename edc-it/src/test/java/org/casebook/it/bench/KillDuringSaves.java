package org.casebook.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.casebook.it.AuditRebuild;
import org.casebook.it.Figures;
import org.casebook.runtime.LocalSystem;
import org.casebook.runtime.Settings;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Target;
import org.casebook.runtime.demo.Tokens;

/**
 * Kills the application with SIGKILL while people save over HTTP, starts it again, and counts: every acknowledged save must
 * be there with its audit entry, none may be there by half, and a save that was not answered is sent again under its key and
 * must then be there once.
 */
public final class KillDuringSaves {
    private static final int WRITERS = 4;
    private static final long HEAD_START_MS = 400;
    private static final String STUDY = "BMMSC";

    private final LocalSystem system;
    private final Rest coordinator;

    /** What a whole run came to. */
    public record Count(int kills, int acknowledged, int present, int lost, int half) {}

    /**
     * @param system with the demonstration's trial loaded
     * @param target the same system as scripts see it
     */
    public KillDuringSaves(LocalSystem system, Target target) {
        this.system = system;
        this.coordinator = new Rest(target, new Tokens(target.issuer()), "coordinator-101");
    }

    /** Kills so many times, at different moments, and writes the figures. */
    public Count run(int kills) throws SQLException {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer(coordinator, newRow()));
        }
        for (int kill = 0; kill < kills; kill++) {
            killOnce(writers, kill);
            writers.forEach(Writer::sendAgain);
        }
        Count count = count(writers, kills);
        figures(count);
        return count;
    }

    private long newRow() {
        String subject = coordinator
                .post("/studies/BMMSC/participants?site=101", null)
                .path("subject")
                .asText();
        JsonNode row = coordinator.post("/studies/BMMSC/forms?site=101", new Row(subject, "MH"));
        return row.path("header").path("id").asLong();
    }

    private record Row(String subject, String form) {}

    private void killOnce(List<Writer> writers, int kill) {
        ExecutorService people = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch warm = new CountDownLatch(2 * WRITERS);
        try {
            List<Future<Void>> work = new ArrayList<>();
            writers.forEach(writer -> work.add(people.submit((Callable<Void>) () -> {
                writer.writeUntilSilence(warm);
                return null;
            })));
            warm.await(1, TimeUnit.MINUTES);
            // another moment of a save at each kill
            Thread.sleep(HEAD_START_MS + 7L * kill);
            system.killApplication();
            for (Future<Void> one : work) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a writer was refused", e);
        } finally {
            people.shutdownNow();
        }
        system.startApplicationAgain();
    }

    private Count count(List<Writer> writers, int kills) throws SQLException {
        int acknowledged = 0;
        int present = 0;
        int lost = 0;
        int half = 0;
        try (Connection reader = reader()) {
            for (Writer writer : writers) {
                List<String> trail = trail(reader, writer.form());
                acknowledged += writer.acknowledged().size();
                present += trail.size();
                lost += (int) writer.acknowledged().stream()
                        .filter(text -> !trail.contains(text))
                        .count();
                // everything was answered in the end, so whatever else is there was stored twice or by half
                half += trail.size()
                        - (int) trail.stream()
                                .distinct()
                                .filter(writer.acknowledged()::contains)
                                .count();
            }
            half += AuditRebuild.of(reader, STUDY).differences().size();
        }
        return new Count(kills, acknowledged, present, lost, half);
    }

    private Connection reader() throws SQLException {
        Settings settings = system.settings();
        return DriverManager.getConnection(settings.database(), settings.ownerUser(), settings.ownerPassword());
    }

    private static List<String> trail(Connection reader, long form) throws SQLException {
        String sql =
                "select new_value from edc.audit_entry where form_id = ? and item_oid = ? and action = 'item-changed'";
        try (PreparedStatement query = reader.prepareStatement(sql)) {
            query.setLong(1, form);
            query.setString(2, Writer.ITEM);
            List<String> texts = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }

    private static void figures(Count count) {
        Figures.add("kill -9 during saves", count.kills(), "kills", "", true);
        Figures.add("saves acknowledged before kills", count.acknowledged(), "saves", "", true);
        Figures.add("of these and repeated ones, present after restart", count.present(), "saves", "", true);
        Figures.atMost("saves lost by kills", count.lost(), "saves", 0);
        Figures.atMost("saves stored by half or twice by kills", count.half(), "saves", 0);
    }
}
