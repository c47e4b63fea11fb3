package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still works. In containers the dead often stay as zombies, since nobody there collects them. */
final class Liveness {
    private static final long PAUSE_MILLIS = 100;

    private Liveness() {}

    static boolean alive(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    private static boolean zombie(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the name in parentheses may itself hold spaces and parentheses; the state follows the last one
            return line.charAt(line.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    /** @return whether the process ended within the seconds */
    static boolean ends(ProcessHandle process, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (alive(process) && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !alive(process);
    }
}
