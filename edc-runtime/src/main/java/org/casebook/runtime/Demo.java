package org.casebook.runtime;

import java.util.List;
import org.casebook.runtime.demo.DemoStudies;
import org.casebook.runtime.demo.Target;

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
        DemoStudies.check(home.studies(), options.studies());
        DataFolder data = DataFolder.open(options.data(), options.fresh(), progress);
        try (LocalSystem system = new LocalSystem(home, data, ports, progress)) {
            Thread stop = new Thread(system::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            system.start(home.ear());
            load(system, data, options);
            progress.print(Welcome.text(system.settings().publicUrl(), data.root()));
            system.await();
        }
    }

    /** Enters the demonstration data through the front door, when they are not there yet. */
    private void load(LocalSystem system, DataFolder data, DemoOptions options) {
        Settings settings = system.settings();
        Target target = new Target(settings.publicUrl(), settings.issuer(), settings.clockKey(), home.studies());
        new DemoStudies(target, progress).load(data.root(), options.studies(), options.allStudies());
        progress.say("Casebook is ready at " + system.settings().publicUrl());
    }
}
