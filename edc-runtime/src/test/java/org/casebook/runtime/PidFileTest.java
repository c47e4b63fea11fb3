package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void a_process_that_runs_is_found_again() {
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(ProcessHandle.current());
        assertThat(file.running()).contains(ProcessHandle.current());
    }

    @Test
    void a_dead_process_is_not_running() throws Exception {
        Process process = new ProcessBuilder("true").start();
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(process.toHandle());
        process.waitFor();
        assertThat(file.running()).isEmpty();
    }

    @Test
    void a_number_used_again_by_another_process_is_not_taken_for_ours() throws IOException {
        Path path = folder.resolve("a.pid");
        Files.writeString(path, ProcessHandle.current().pid() + " 12345");
        assertThat(new PidFile(path).running()).isEmpty();
    }

    @Test
    void an_absent_or_broken_file_means_not_running() throws IOException {
        assertThat(new PidFile(folder.resolve("none")).running()).isEmpty();
        assertThat(new PidFile(Files.writeString(folder.resolve("broken"), "x")).running())
                .isEmpty();
    }

    @Test
    void a_zombie_is_dead() throws Exception {
        // the shell starts a child that ends soon, then becomes a sleep that never collects it
        Process shell = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 30").start();
        try (var reader = shell.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
            assertThat(Liveness.ends(child, 5)).isTrue();
        } finally {
            shell.destroyForcibly();
        }
    }
}
