package org.casebook.runtime;

import java.nio.file.Path;
import java.util.List;

/** {@code ./edc demo}: everything on one machine, until Ctrl-C. */
final class Demo {
    private final Home home;
    private final Progress progress;

    Demo(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    void run(List<String> words) {
        DemoOptions options = DemoOptions.of(words, home.demoData());
        Ports ports = Ports.from(options.port());
        Preflight.java();
        Preflight.space(options.data());
        Preflight.built(home.ear());
        DataFolder data = open(options);
        try (LocalSystem system = new LocalSystem(home, data, ports, progress)) {
            Thread stop = new Thread(system::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            system.start(home.ear());
            load(system);
            progress.print(Welcome.text(system.settings().publicUrl(), data.root()));
            system.await();
        }
    }

    private DataFolder open(DemoOptions options) {
        Path folder = options.data();
        DataFolder.openIfOurs(folder).ifPresent(earlier -> Leftovers.settle(earlier, progress));
        if (options.fresh()) {
            progress.say("Removing " + folder.toAbsolutePath().normalize());
            DataFolder.remove(folder);
        }
        return DataFolder.open(folder);
    }

    /** The place where demonstration data are entered, through the REST doors, when they are not there yet. */
    private void load(LocalSystem system) {
        progress.say("Casebook is ready at " + system.settings().publicUrl());
    }
}
