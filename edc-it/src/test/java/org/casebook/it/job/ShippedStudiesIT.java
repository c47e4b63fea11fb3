package org.casebook.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.casebook.it.Figures;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.demo.StudyFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every study that ships and has journeys, from screening to the downloaded dataset. Two sites work at the same time, each with
 * its own people; adding a study is adding a file.
 */
class ShippedStudiesIT {
    private static final double GOAL_SECONDS = 240;
    private static final Map<String, Throwable> FAILURES = new ConcurrentHashMap<>();
    private static final Set<String> THROUGH = ConcurrentHashMap.newKeySet();

    static Stream<String> studies() {
        return files().stream().map(StudyFile::name);
    }

    private static List<StudyFile> files() {
        return StudyFile.withJourneys(Trial.target().studies());
    }

    @BeforeAll
    static void walkThemAll() throws InterruptedException {
        Running.system();
        long begin = System.nanoTime();
        BlockingQueue<StudyFile> left = new LinkedBlockingQueue<>(files());
        List<Thread> lanes = Stream.of("101", "102")
                .map(site -> new Thread(() -> lane(site, left), "studies at site " + site))
                .toList();
        lanes.forEach(Thread::start);
        for (Thread lane : lanes) {
            lane.join();
        }
        Figures.atMost("all studies that ship, by browser", (System.nanoTime() - begin) / 1e9, "s", GOAL_SECONDS);
    }

    private static void lane(String site, BlockingQueue<StudyFile> left) {
        for (StudyFile file = left.poll(); file != null; file = left.poll()) {
            Visitors visitors = Visitors.of("ShippedStudiesIT." + file.name());
            boolean failed = true;
            try {
                new StudyWalk(file, site, visitors).walk();
                failed = false;
                THROUGH.add(file.name());
            } catch (Exception | AssertionError e) {
                FAILURES.put(file.name(), e);
            } finally {
                visitors.leave(failed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void goes_from_screening_to_the_dataset(String study) throws Throwable {
        if (FAILURES.containsKey(study)) {
            throw FAILURES.get(study);
        }
        assertThat(THROUGH).contains(study);
    }
}
