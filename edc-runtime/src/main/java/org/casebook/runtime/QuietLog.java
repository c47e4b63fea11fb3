package org.casebook.runtime;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Logging of the launcher itself: its libraries speak only when something is wrong. */
public final class QuietLog {
    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Called by {@link LogManager}. */
    public QuietLog() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new ConsoleHandler());
        // Flyway warns about each "create schema if not exists"
        FLYWAY.setLevel(Level.SEVERE);
    }
}
