package org.casebook.runtime;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person at the keyboard what happens, each line with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    /** @param out where the lines go */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** @param line one sentence about what has just begun or ended */
    public synchronized void say(String line) {
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", seconds(), line));
        out.flush();
    }

    /** @param text several lines without a time */
    public synchronized void print(String text) {
        out.println(text);
        out.flush();
    }

    /** @return seconds since the start */
    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
