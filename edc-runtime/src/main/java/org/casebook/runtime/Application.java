package org.casebook.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The EAR on Payara Micro in a process of its own. */
final class Application {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path micro;
    private final Path configuration;
    private final Path ear;
    private final int port;

    /**
     * @param micro Payara Micro with EAR support
     * @param configuration folder of Payara's boot commands and logging
     * @param ear what to deploy
     * @param port on the loopback address
     */
    Application(Path micro, Path configuration, Path ear, int port) {
        this.micro = micro;
        this.configuration = configuration;
        this.ear = ear;
        this.port = port;
    }

    /**
     * Starts it; {@link #await} tells when it is ready.
     *
     * @param data logs, PID file, temporary folder
     * @param environment as docs/operations.md
     */
    Child start(DataFolder data, Map<String, String> environment) {
        Map<String, String> told = new TreeMap<>(environment);
        told.putIfAbsent("EDC_ATTACHMENTS", data.attachments().toString());
        return Child.start("application", data, command(data.emptied("application")), told);
    }

    /** @param child waits until it answers /health, or throws its fault */
    void await(Child child) {
        Probe.await(child, "http://localhost:" + port + "/health", PATIENCE);
    }

    /** @param temporary an empty folder: Micro unpacks 113 MB at each start and leaves them behind when killed */
    List<String> command(Path temporary) {
        List<String> command = new ArrayList<>(List.of(
                Programs.java(),
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                // words that a language lacks are English, whatever the machine speaks
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + temporary));
        command.addAll(options());
        command.addAll(opened());
        command.addAll(List.of(
                "-cp",
                micro + ":" + serverJar(),
                "org.casebook.runtime.server.Server",
                "--ear",
                ear.toString(),
                "--probe",
                "http://localhost:" + port + "/health",
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--nocluster",
                "--disablephonehome",
                "--logproperties",
                configuration.resolve("logging.properties").toString(),
                "--prebootcommandfile",
                configuration.resolve("pre-boot.txt").toString()));
        return command;
    }

    /**
     * EDC_JAVA_OPTIONS of the environment, separated by spaces, else half a gigabyte of heap and the collector that leaves most
     * of two processors to the work: a quarter more saves a second than with the JVM's own choice, and 30 MB less memory.
     */
    private static List<String> options() {
        String named = System.getenv().getOrDefault("EDC_JAVA_OPTIONS", "-Xmx512m -XX:+UseParallelGC");
        return Stream.of(named.split(" ")).filter(word -> !word.isBlank()).toList();
    }

    /** What Micro's own manifest opens; it counts only for java -jar, so it is said again here. */
    private static List<String> opened() {
        List<String> options = new ArrayList<>();
        try (var in = Application.class.getResourceAsStream("opened-packages.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] words = line.split(" ");
                options.add("--add-" + words[0]);
                options.add(words[1] + "=ALL-UNNAMED");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return options;
    }

    /** The small jar with the server alone: the launcher's own libraries must not be seen by the EAR. */
    private static Path serverJar() {
        try {
            Path code = Path.of(Application.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(code) ? code : code.resolveSibling("edc-runtime-server.jar");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
