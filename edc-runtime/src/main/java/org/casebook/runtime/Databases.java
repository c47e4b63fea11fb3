package org.casebook.runtime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Roles and databases of an installation, made once by the superuser. */
final class Databases {
    static final String CASEBOOK = "casebook";
    static final String KEYCLOAK = "keycloak";
    /** Owns the schema and migrates it; the application never knows its password. */
    static final String OWNER = "edc_owner";
    /** The application's role: no schema changes, and audit rows only to add. */
    static final String APP = "edc_app";

    private Databases() {}

    /**
     * Makes what is missing.
     *
     * @param port of the PostgreSQL on the loopback address
     * @param secrets the roles' passwords
     */
    static void provision(int port, Secrets secrets) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", secrets.get("postgres.password"));
                Statement statement = connection.createStatement()) {
            role(connection, OWNER, secrets.get("owner.password"));
            role(connection, APP, secrets.get("app.password"));
            role(connection, KEYCLOAK, secrets.get("keycloak.database.password"));
            database(connection, CASEBOOK, OWNER);
            database(connection, KEYCLOAK, KEYCLOAK);
            statement.execute("grant connect on database casebook to " + APP);
        } catch (SQLException e) {
            throw new Fault("The databases cannot be made (" + e.getMessage() + ").", e);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                // names are constants above and passwords base64: nothing here comes from outside
                statement.execute("create role " + name + " login password '" + password + "'");
            }
        }
    }

    private static void database(Connection connection, String name, String owner) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " owner " + owner);
                statement.execute("revoke all on database " + name + " from public");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
