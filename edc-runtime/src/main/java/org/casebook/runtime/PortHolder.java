package org.casebook.runtime;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who listens on a port, from Linux' {@code /proc}; silent where that cannot be read. */
final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /**
     * @param port a TCP port
     * @return "process 4711 (java)", or nothing when it is not known
     */
    static Optional<String> of(int port) {
        Set<String> inodes = new HashSet<>();
        inodes.addAll(listening(Path.of("/proc/net/tcp"), port));
        inodes.addAll(listening(Path.of("/proc/net/tcp6"), port));
        if (inodes.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), inodes))
                .findFirst()
                .map(PortHolder::describe);
    }

    private static String describe(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(c -> " (" + Path.of(c).getFileName() + ")")
                .orElse("");
        return "process " + process.pid() + command;
    }

    private static Set<String> listening(Path table, int port) {
        Set<String> inodes = new HashSet<>();
        try {
            List<String> lines = Files.readAllLines(table);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.trim().split("\\s+");
                String local = cells[1];
                int there = Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16);
                if (there == port && cells[STATE].equals(LISTENING)) {
                    inodes.add("socket:[" + cells[INODE] + "]");
                }
            }
        } catch (IOException notLinux) {
            return Set.of();
        }
        return inodes;
    }

    private static boolean holds(long pid, Set<String> inodes) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (inodes.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException notOurs) {
            return false;
        }
        return false;
    }
}
