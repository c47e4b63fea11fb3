package org.casebook.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across launchers: its number and its start time, since numbers are used again after a restart of
 * the machine.
 */
final class PidFile {
    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    /** @param process the process that this file stands for from now on */
    void write(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + " " + startOf(process) + "\n");
        } catch (IOException e) {
            throw new Fault("The file " + file + " cannot be written; check the rights and space of its folder.", e);
        }
    }

    /** @return the process, when it still runs and is the one that was written down */
    Optional<ProcessHandle> running() {
        try {
            String[] words = Files.readString(file).trim().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(Liveness::alive)
                    .filter(process -> words.length > 1 && startOf(process).equals(words[1]));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("unknown");
    }
}
