package org.casebook.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of a process and all processes it started, as Linux tells it. */
final class Memory {
    private static final double KIB_IN_MB = 1024;

    private Memory() {}

    /** @return megabytes; pages that processes share are counted once for each of them */
    static double of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> kib(each.pid()) / KIB_IN_MB)
                .sum();
    }

    private static double kib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // it ended since it was listed
            return 0;
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
