package org.casebook.it.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the planted leaks are open; none, unless a test opens it. Classes that leak are in the EAR of the tests alone. */
public final class Leaks {
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private Leaks() {}

    /** From now on these alone. */
    public static void open(Set<String> names) {
        OPEN.clear();
        OPEN.addAll(names);
    }

    public static boolean open(String name) {
        return OPEN.contains(name);
    }
}
