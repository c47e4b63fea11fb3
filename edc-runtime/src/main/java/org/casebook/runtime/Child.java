package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A server process of ours with its log and its PID file. */
final class Child {
    private static final int STOP_SECONDS = 20;
    private static final int TAIL = 25;

    private final String name;
    private final Process process;
    private final PidFile pidFile;
    private final Path log;

    private Child(String name, Process process, PidFile pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    /**
     * Starts a process whose output goes to the data folder's log; the log of the start before is kept beside it.
     *
     * @param name file name of log and PID file, and the word used in messages
     * @param data where log and PID file lie
     * @param command program and arguments
     * @param environment added to the launcher's own environment
     */
    static Child start(String name, DataFolder data, List<String> command, Map<String, String> environment) {
        Path log = data.log(name);
        try {
            if (Files.exists(log)) {
                Files.move(log, data.log(name + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(detached(command));
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            PidFile pidFile = data.pidFile(name);
            pidFile.write(process.toHandle());
            return new Child(name, process, pidFile, log);
        } catch (IOException e) {
            throw new Fault(name + " cannot be started (" + e.getMessage() + ").", e);
        }
    }

    /** A session of its own, so that Ctrl-C reaches the launcher alone and the order of stopping is the launcher's. */
    private static List<String> detached(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        return Stream.concat(Stream.of("/usr/bin/setsid"), command.stream()).toList();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** @return a fault that names the log and shows its last lines */
    Fault failed(String what) {
        return new Fault(name + " " + what + "; its log is " + log + " and ends with:\n" + lastLines());
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException unreadable) {
            return "(the log cannot be read)";
        }
    }

    /** Asks the process to end, waits, and kills it when it does not. */
    void stop() {
        stop(process.toHandle());
        pidFile.delete();
    }

    static void stop(ProcessHandle handle) {
        List<ProcessHandle> below = handle.descendants().toList();
        handle.destroy();
        if (!Liveness.ends(handle, STOP_SECONDS)) {
            handle.destroyForcibly();
        }
        below.stream().filter(Liveness::alive).forEach(ProcessHandle::destroyForcibly);
    }
}
