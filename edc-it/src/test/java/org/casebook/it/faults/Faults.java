package org.casebook.it.faults;

import java.sql.SQLException;

/**
 * At which statement the database fails. Armed, it counts the statements of the first request that sends one, commits too, and
 * throws at the one that was chosen; unarmed, it does nothing. Timers, as of the letters, are no requests.
 */
public final class Faults {
    /** SQL state of the faults; PostgreSQL's class of internal errors. */
    static final String STATE = "XX000";

    private static Plan plan;

    private Faults() {}

    /** Where it shall fail, and what has happened since. */
    private static final class Plan {
        private final int at;
        private final boolean after;
        private Thread thread;
        private int seen;
        private String failed;

        private Plan(int at, boolean after) {
            this.at = at;
            this.after = after;
        }
    }

    /**
     * What happened since it was armed.
     *
     * @param statements how many were sent, the failed one included
     * @param failed text of the statement that failed; null when none did
     */
    public record Report(int statements, String failed) {}

    /**
     * @param at number of the statement that fails, from 1
     * @param after whether it is carried out before it fails
     */
    public static synchronized void arm(int at, boolean after) {
        plan = new Plan(at, after);
    }

    /** From now on nothing fails. */
    public static synchronized Report disarm() {
        Report report = plan == null ? new Report(0, null) : new Report(plan.seen, plan.failed);
        plan = null;
        return report;
    }

    /** Work that goes to the database. */
    interface Work {
        Object run() throws Throwable;
    }

    static Object run(String sql, Work work) throws Throwable {
        Plan mine = counted();
        boolean fails = mine != null && mine.seen == mine.at;
        if (!fails) {
            return work.run();
        }
        if (mine.after) {
            work.run();
        }
        mine.failed = sql;
        throw new SQLException("A fault of the tests at statement " + mine.at + ": " + sql, STATE);
    }

    private static synchronized Plan counted() {
        if (plan == null || !Thread.currentThread().getName().startsWith("http-thread-pool")) {
            return null;
        }
        if (plan.thread == null) {
            plan.thread = Thread.currentThread();
        }
        if (plan.thread != Thread.currentThread()) {
            return null;
        }
        plan.seen++;
        return plan;
    }
}
