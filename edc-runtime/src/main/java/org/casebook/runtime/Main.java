package org.casebook.runtime;

import java.util.Arrays;
import java.util.List;

/** The launcher's only entrance; the edc script calls it. */
public final class Main {
    private static final int BAD = 1;

    private Main() {}

    /** @param words a command and its options */
    public static void main(String[] words) {
        System.setProperty("java.util.logging.config.class", QuietLog.class.getName());
        String command = words.length == 0 ? "" : words[0];
        List<String> options = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
        Progress progress = new Progress(System.out);
        try {
            Preflight.java();
            switch (command) {
                case "demo" -> new Demo(Home.current(), progress).run(options);
                case "run" -> new Run(Home.current(), progress).run();
                case "restart" -> new Restart(Home.current(), progress).run(options);
                case "migrate" -> new Migrate(Home.current(), progress).run();
                case "replay-allocation" -> new Replay(System.getenv(), progress).run(options);
                default -> throw new Fault("There is no command \"" + command + "\"; ./edc help lists them.");
            }
        } catch (Fault fault) {
            System.err.println("edc: " + fault.getMessage());
            System.exit(BAD);
        }
    }
}
