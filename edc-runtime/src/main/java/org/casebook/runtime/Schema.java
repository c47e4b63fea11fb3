package org.casebook.runtime;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
            MigrateResult result = Flyway.configure()
                    .dataSource(url, user, password)
                    .defaultSchema("edc")
                    .locations("classpath:db/migration")
                    // rooms number their files apart, so that people who work beside each other do not collide
                    .outOfOrder(true)
                    .load()
                    .migrate();
            // the grants are given anew each time and are no step
            long steps = result.migrations.stream()
                    .filter(step -> step.version != null && !step.version.isEmpty())
                    .count();
            return steps == 0 ? "The schema is up to date" : "The schema is migrated, steps: " + steps;
        } catch (FlywayException e) {
            throw new Fault("The schema in " + url + " cannot be migrated: " + e.getMessage(), e);
        }
    }
}
