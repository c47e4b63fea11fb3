package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Java of this launcher, and programs that run to their end. */
final class Programs {
    private Programs() {}

    /** @return the java program that runs this launcher; the servers get the same one */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Runs a program and waits.
     *
     * @param what for the message when it fails
     * @param folder it works in
     * @param environment added to ours
     * @param command program and arguments
     */
    static void run(String what, Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        Path log = Files.createTempFile("casebook", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Thread abandon = new Thread(() -> end(process), "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new Fault(what + " failed with status " + status + "; its output is in " + log + ".");
            }
            Files.delete(log);
            Runtime.getRuntime().removeShutdownHook(abandon);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new Fault(what + " was interrupted.", e);
        }
    }

    /** With what it started: a script's death leaves its Java alive. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
