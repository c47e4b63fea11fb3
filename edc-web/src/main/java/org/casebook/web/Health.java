package org.casebook.web;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Answers 200 with the schema's version when the web module came up and reaches its migrated database, else 503. Open to
 * everybody; tells nothing about studies.
 */
@WebServlet("/health")
public class Health extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(Health.class.getName());
    private static final String VERSION = """
            select version from edc.flyway_schema_history
            where success and version is not null
            order by string_to_array(version, '.')::int[] desc limit 1
            """;

    @Resource(lookup = "java:app/jdbc/casebook")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERSION)) {
            if (!row.next()) {
                throw new SQLException("no migration in edc.flyway_schema_history");
            }
            response.getWriter().println("up, schema " + row.getString(1));
        } catch (SQLException e) {
            LOG.log(Level.SEVERE, "The database does not answer as it should", e);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.getWriter().println("down, the database does not answer as it should");
        }
    }
}
