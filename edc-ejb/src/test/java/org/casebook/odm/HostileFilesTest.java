package org.casebook.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.GarbageCollectionNotificationInfo;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.casebook.definition.DefinitionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that want to do harm are refused: soon, in little memory, and without a word to anybody outside. */
class HostileFilesTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** What lives in a system at rest, in megabytes: refusing a file takes no more again. */
    private static final long AT_REST = 120;

    private static final String HEAP = "-Xmx256m";

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
                                            assertThat(fault.sentence()).hasSizeLessThan(1_000);
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
        assertThat(told.lines().filter(line -> line.startsWith("lived ")))
                .as("megabytes in memory before a file, and at most while it was refused")
                .hasSize(number)
                .allSatisfy(line -> assertThat(grown(line)).as(line).isLessThan(AT_REST));
    }

    private static long grown(String line) {
        String[] words = line.split(" ");
        return Long.parseLong(words[2]) - Long.parseLong(words[1]);
    }

    /** Reads every file of a folder in a Java of its own, and tells what lived in memory before each and at most while it was read. */
    static final class SmallReader {

        private static final int MEGABYTE = 1024 * 1024;
        private static final AtomicLong MOST = new AtomicLong();

        private SmallReader() {}

        public static void main(String[] arguments) throws IOException {
            watch();
            int refused = 0;
            try (var files = Files.list(Path.of(arguments[0]))) {
                for (Path file : files.sorted().toList()) {
                    byte[] content = Files.readAllBytes(file);
                    System.gc();
                    long before = ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                    MOST.set(before);
                    try {
                        new DefinitionReader().read(content);
                        System.out.println(file.getFileName() + " was read");
                    } catch (StudyFileIsFaulty refusal) {
                        refused++;
                    } catch (OutOfMemoryError full) {
                        System.out.println(file.getFileName() + " needs more memory");
                    }
                    System.out.printf(
                            "lived %d %d MB before %s and meanwhile%n",
                            before / MEGABYTE, MOST.get() / MEGABYTE, file.getFileName());
                }
            }
            System.out.println(refused + " refused");
        }

        /** What is left after each collection lived, or nearly so. */
        private static void watch() {
            for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notice, nothing) -> {
                                    var told = GarbageCollectionNotificationInfo.from(
                                            (CompositeData) notice.getUserData());
                                    long left = told.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                            .filter(pool ->
                                                    pool.getKey().matches("(?i).*(eden|survivor|old|tenured).*"))
                                            .mapToLong(pool -> pool.getValue().getUsed())
                                            .sum();
                                    MOST.accumulateAndGet(left, Math::max);
                                },
                                null,
                                null);
            }
        }
    }
}
