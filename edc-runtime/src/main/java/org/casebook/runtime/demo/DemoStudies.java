package org.casebook.runtime.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.casebook.runtime.Fault;
import org.casebook.runtime.Progress;

/** Which of the studies that ship a demonstration holds. What was loaded at an earlier start stays. */
public final class DemoStudies {

    private static final String FIRST = "bmmsc-dmso";

    private final Target target;
    private final Progress progress;

    /**
     * @param target the running system
     * @param progress told of each step
     */
    public DemoStudies(Target target, Progress progress) {
        this.target = target;
        this.progress = progress;
    }

    /** Refuses names that no study file has, before anything is started. */
    public static void check(Path folder, List<String> names) {
        List<String> known = known(folder);
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Fault("There is no study \"" + name + "\"; ./edc demo --study takes one of "
                    + String.join(", ", known) + ".");
        });
    }

    private static List<String> known(Path folder) {
        List<String> names = new ArrayList<>(List.of(FIRST));
        StudyFile.withJourneys(folder).forEach(file -> names.add(file.name()));
        return names;
    }

    /**
     * Loads what is asked for and not there yet.
     *
     * @param names of study files without ending; empty for the first trial
     * @param all every study that ships
     */
    public void load(Path data, List<String> names, boolean all) {
        if (all || names.isEmpty() || names.contains(FIRST)) {
            new DemoTrial(target, progress).load(data);
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        StudyFile.withJourneys(target.studies()).stream()
                .filter(file -> all || names.contains(file.name()))
                .forEach(file -> new ShippedStudy(target, progress, file, today).load(data));
    }
}
