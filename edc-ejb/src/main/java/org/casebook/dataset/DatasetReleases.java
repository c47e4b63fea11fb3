package org.casebook.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.casebook.kernel.Scope;

/** Repository of kept releases: written once, in pieces, so that neither writing nor reading holds a zip in memory. */
final class DatasetReleases {

    private static final int PIECE = 1 << 20;
    private static final String SELECT = """
            select id, number, file_name, sha256, size, version_oid, locked_at, released_at, released_name
              from edc.dataset_release where study = ?
            """;

    private final Sql sql;

    DatasetReleases(Sql sql) {
        this.sql = sql;
    }

    List<DatasetRelease> list(Scope scope) {
        return sql.list(SELECT + " order by id desc", DatasetReleases::release, scope.study());
    }

    List<DatasetRelease> find(Scope scope, long id) {
        return sql.list(SELECT + " and id = ?", DatasetReleases::release, scope.study(), id);
    }

    long nextId() {
        return sql.list("select nextval('edc.dataset_release_seq') as id", row -> row.getLong("id"))
                .get(0);
    }

    int nextNumber(Scope scope) {
        String next = "select coalesce(max(number), 0) + 1 as n from edc.dataset_release where study = ?";
        return sql.list(next, row -> row.getInt("n"), scope.study()).get(0);
    }

    void store(Scope scope, DatasetRelease release, String releasedBy, Path zip) throws IOException {
        sql.run(
                """
                insert into edc.dataset_release (id, study, number, file_name, sha256, size, version_oid, locked_at,
                  released_at, released_by, released_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                release.id(),
                scope.study(),
                release.number(),
                release.fileName(),
                release.sha256(),
                release.size(),
                release.versionOid(),
                release.lockedAt(),
                release.releasedAt(),
                releasedBy,
                release.releasedBy());
        byte[] piece = new byte[PIECE];
        int n = 1;
        try (InputStream in = Files.newInputStream(zip)) {
            for (int length = in.readNBytes(piece, 0, PIECE); length > 0; length = in.readNBytes(piece, 0, PIECE)) {
                sql.run(
                        "insert into edc.dataset_piece (release_id, n, bytes) values (?, ?, ?)",
                        release.id(),
                        n++,
                        Arrays.copyOf(piece, length));
            }
        }
    }

    /** Writes the zip piece by piece. */
    void copy(DatasetRelease release, OutputStream out) throws IOException {
        int pieces = (int) ((release.size() + PIECE - 1) / PIECE);
        for (int n = 1; n <= pieces; n++) {
            String one = "select bytes from edc.dataset_piece where release_id = ? and n = ?";
            for (byte[] piece : sql.list(one, row -> row.getBytes("bytes"), release.id(), n)) {
                out.write(piece);
            }
        }
    }

    private static DatasetRelease release(ResultSet row) throws SQLException {
        return new DatasetRelease(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("version_oid"),
                Sql.instant(row, "locked_at"),
                Sql.instant(row, "released_at"),
                row.getString("released_name"));
    }
}
