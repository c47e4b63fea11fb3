package org.casebook.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plain SQL on one connection, read by cursor: whatever the size of the study, a few hundred rows are in memory at a time.
 * The driver keeps a cursor only inside a transaction.
 */
final class Sql {

    private static final int ROWS_AT_A_TIME = 200;

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Turns the present row into a record. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Hands each row to the reader, in the order of the query. */
    <T> void each(String query, Mapper<T> mapper, Consumer<T> reader, Object... parameters) {
        try (PreparedStatement statement = prepare(query, parameters)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(mapper.map(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not answer a dataset query: " + e.getMessage(), e);
        }
    }

    <T> List<T> list(String query, Mapper<T> mapper, Object... parameters) {
        List<T> all = new ArrayList<>();
        each(query, mapper, all::add, parameters);
        return all;
    }

    int run(String command, Object... parameters) {
        try (PreparedStatement statement = prepare(command, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not store the dataset: " + e.getMessage(), e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof List<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else if (value instanceof Instant instant) {
                statement.setTimestamp(i + 1, Timestamp.from(instant));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** A number that may be missing. */
    static Integer integer(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
