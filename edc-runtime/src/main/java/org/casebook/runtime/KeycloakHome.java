package org.casebook.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's files: unpacked and built once per version in the cache, and per installation a home that points to them
 * and adds only what is its own (start script, realm to import, working data).
 */
final class KeycloakHome {
    /** Written into the name, so that a change of these options builds anew. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--features-disabled=impersonation");

    private final Cache cache;
    private final Distributions distributions;

    KeycloakHome(Cache cache, Distributions distributions) {
        this.cache = cache;
        this.distributions = distributions;
    }

    private String name() {
        return "keycloak-" + distributions.keycloakVersion() + "-" + Integer.toHexString(BUILD.hashCode() & 0xffff);
    }

    boolean isBuilt() {
        return cache.has(name());
    }

    /** @return the built distribution, made at the first call of this version */
    Path built() {
        return cache.entry(name(), this::make);
    }

    private void make(Path target) throws IOException {
        unzip(distributions.keycloak(), target);
        Path script = target.resolve("bin/kc.sh");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(BUILD);
        Programs.run("Building Keycloak", target, Map.of("JAVA", Programs.java()), command);
    }

    /**
     * Makes or renews the home of one installation.
     *
     * @param home where it shall lie
     * @param realms folder of the realm to import at the first start, with the demonstration laid over it
     * @return the start script
     */
    Path install(Path home, Path realms) {
        Path source = built();
        try {
            Files.createDirectories(home.resolve("bin"));
            for (String shared : List.of("lib", "providers", "conf")) {
                link(home.resolve(shared), source.resolve(shared));
            }
            // the login pages in the product's colours
            link(home.resolve("themes"), realms.resolve("themes").toAbsolutePath());
            // copied, not linked: the script takes the folder above its real place as Keycloak's home
            Path script = home.resolve("bin/kc.sh");
            Files.copy(
                    source.resolve("bin/kc.sh"),
                    script,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            RealmFile.write(realms, home.resolve("data/import"), true);
            return script;
        } catch (IOException e) {
            throw new Fault("Keycloak's folder " + home + " cannot be made (" + e.getMessage() + ").", e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    /** Unpacks without the archive's outermost folder. */
    private static void unzip(Path archive, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path path = target.resolve(inner).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive " + archive + " points outside itself");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }
}
