package org.casebook.runtime;

import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;

/** The database schema: brought to this version by its owner, before the application starts. */
public final class Schema {
    private Schema() {}

    /**
     * Applies what is missing; several launchers at once wait for each other.
     *
     * @param url JDBC address of the application's database
     * @param user its owner
     * @param password the owner's
     * @return what was done, as a sentence
     */
    public static String migrate(String url, String user, String password) {
        try {
            MigrateResult result = flyway(url, user, password).migrate();
            // the grants are given anew each time and are no step
            long steps = result.migrations.stream()
                    .filter(step -> step.version != null && !step.version.isEmpty())
                    .count();
            return steps == 0 ? "The schema is up to date" : "The schema is migrated, steps: " + steps;
        } catch (FlywayException e) {
            throw new Fault("The schema in " + url + " cannot be migrated: " + plain(e), e);
        }
    }

    /**
     * Refuses when the schema has another version than this Casebook; the application's own role may look.
     *
     * @param url JDBC address of the application's database
     * @param user the application's role
     * @param password the role's
     */
    public static void mustFit(String url, String user, String password) {
        try {
            for (MigrationInfo step : flyway(url, user, password).info().all()) {
                boolean fits = step.getVersion() == null
                        || step.getState() == MigrationState.SUCCESS
                        || step.getState() == MigrationState.OUT_OF_ORDER;
                if (!fits) {
                    throw new Fault("The schema in " + url + " does not fit this Casebook: step " + step.getVersion()
                            + " (" + step.getDescription() + ") is "
                            + step.getState().getDisplayName()
                            + "; run ./edc migrate, or a Casebook as new as the schema.");
                }
            }
        } catch (FlywayException e) {
            throw new Fault("The schema in " + url + " cannot be read: " + plain(e), e);
        }
    }

    private static Flyway flyway(String url, String user, String password) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .defaultSchema("edc")
                .locations("classpath:db/migration")
                // rooms number their files apart, so that people who work beside each other do not collide
                .outOfOrder(true)
                .load();
    }

    /** Flyway frames its messages by lines of dashes. */
    private static String plain(FlywayException e) {
        return e.getMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("---"))
                .collect(Collectors.joining("\n  "));
    }
}
