package org.casebook.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Payara Micro that takes EARs. Stock Micro refuses them (payara/Payara issue 2273); it accepts them when two jars of
 * the full server of the same version are inside before it boots.
 */
final class MicroJar {
    private static final String MODULES = "payara6/glassfish/modules/";
    private static final List<String> ADDED = List.of("deployment-javaee-full.jar", "appclient-connector.jar");

    private final Cache cache;
    private final Distributions distributions;

    MicroJar(Cache cache, Distributions distributions) {
        this.cache = cache;
        this.distributions = distributions;
    }

    private String name() {
        return "payara-micro-ear-" + distributions.payaraVersion() + ".jar";
    }

    boolean isMade() {
        return cache.has(name());
    }

    /** @return the jar, made at the first call of this version */
    Path path() {
        return cache.entry(name(), this::make);
    }

    private void make(Path target) throws IOException {
        Path folder = Files.createTempDirectory("casebook-micro");
        List<String> jars = new ArrayList<>();
        try (ZipFile zip = new ZipFile(distributions.payara().toFile())) {
            for (String name : ADDED) {
                ZipEntry entry = zip.getEntry(MODULES + name);
                Path jar = folder.resolve(name);
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, jar);
                }
                jars.add(jar.toString());
            }
        }
        Programs.run(
                "Adding EAR support to Payara Micro",
                folder,
                Map.of(),
                List.of(
                        Programs.java(),
                        "-Djava.io.tmpdir=" + folder,
                        "-jar",
                        distributions.payaraMicro().toString(),
                        "--addlibs",
                        String.join(":", jars),
                        "--outputuberjar",
                        folder.resolve("micro.jar").toString()));
        Files.copy(folder.resolve("micro.jar"), target);
        DataFolder.delete(folder);
    }
}
