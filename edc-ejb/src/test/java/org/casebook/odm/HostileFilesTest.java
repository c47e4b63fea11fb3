package org.casebook.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.casebook.definition.DefinitionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that want to do harm are refused: soon, in little memory, and without a word to anybody outside. */
class HostileFilesTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** A study of 10 MB, the largest that is read, needs more. */
    private static final String HEAP = "-Xmx128m";

    @Test
    void eachIsRefusedWithinFiveSecondsAndReachesNobody() throws Exception {
        try (ServerSocket outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(200);
            Map<String, Supplier<byte[]>> files =
                    new HostileFiles("http://127.0.0.1:" + outside.getLocalPort() + "/").all();
            files.forEach((name, file) -> {
                byte[] content = file.get();
                long start = worked();
                assertThatThrownBy(() -> new DefinitionReader().read(content))
                        .as(name)
                        .isInstanceOfSatisfying(
                                StudyFileIsFaulty.class,
                                refusal -> assertThat(refusal.faults())
                                        .as(name)
                                        .isNotEmpty()
                                        .allSatisfy(fault -> {
                                            assertThat(fault.sentence()).hasSizeLessThan(2_000);
                                            assertThat(fault.toString()).doesNotContain("root:");
                                        }));
                assertThat(Duration.ofNanos(worked() - start)).as(name).isLessThan(SOON);
            });
            assertThatThrownBy(() -> accept(outside)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** What this thread has worked, in nanoseconds: the clock on the wall tells what else the machine does. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void accept(ServerSocket outside) throws IOException {
        try (Socket caller = outside.accept()) {
            assertThat(caller).isNull();
        }
    }

    @Test
    void allAreRefusedInASmallHeap(@TempDir Path folder) throws Exception {
        int number = 0;
        for (Supplier<byte[]> file :
                new HostileFiles("http://127.0.0.1:9/").all().values()) {
            Files.write(folder.resolve("%03d.xml".formatted(number++)), file.get());
        }
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallReader.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String told = new String(reader.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).endsWith(number + " refused\n");
    }

    /** Reads every file of a folder in a Java of its own. */
    static final class SmallReader {

        private SmallReader() {}

        public static void main(String[] arguments) throws IOException {
            int refused = 0;
            try (var files = Files.list(Path.of(arguments[0]))) {
                for (Path file : files.sorted().toList()) {
                    try {
                        new DefinitionReader().read(Files.readAllBytes(file));
                        System.out.println(file.getFileName() + " was read");
                    } catch (StudyFileIsFaulty refusal) {
                        refused++;
                    } catch (OutOfMemoryError full) {
                        System.out.println(file.getFileName() + " needs more memory");
                    }
                }
            }
            System.out.println(refused + " refused");
        }
    }
}
