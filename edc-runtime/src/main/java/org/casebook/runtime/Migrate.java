package org.casebook.runtime;

import java.util.Map;

/** {@code ./edc migrate}: brings the schema of a PostgreSQL of the operator's to this version, as its owner. */
final class Migrate {
    private final Home home;
    private final Progress progress;

    Migrate(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    void run() {
        Map<String, String> settings =
                ExternalSettings.of(System.getenv(), home.properties()).all(ExternalSettings.TO_MIGRATE);
        progress.say(Schema.migrate(
                settings.get("EDC_DB_URL"), settings.get("EDC_DB_OWNER_USER"), settings.get("EDC_DB_OWNER_PASSWORD")));
    }
}
