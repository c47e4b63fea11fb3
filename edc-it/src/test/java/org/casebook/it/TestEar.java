package org.casebook.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.casebook.runtime.Home;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR as it is, with one more web module {@code /it} that holds the in-container tests. */
public final class TestEar {
    /** Where Arquillian's servlet answers. */
    static final String CONTEXT = "/it";

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String MODULE =
            "<module><web><web-uri>it.war</web-uri><context-root>" + CONTEXT + "</context-root></web></module>";

    private static boolean assembling;
    private static File target;

    private TestEar() {}

    /**
     * Lets Arquillian assemble the EAR once, before any server runs, so that browser tests and in-container tests find
     * the same one whichever comes first.
     *
     * @param folder where the file goes
     * @return the EAR to start
     */
    static Path written(Path folder) {
        target = folder.resolve("casebook-it.ear").toFile();
        assembling = true;
        try {
            TestRunnerAdaptor arquillian = TestRunnerAdaptorBuilder.build();
            arquillian.beforeSuite();
            arquillian.beforeClass(InContainer.class, LifecycleMethodExecutor.NO_OP);
            return target.toPath();
        } catch (Exception e) {
            throw new IllegalStateException("the EAR with the in-container tests cannot be assembled", e);
        } finally {
            assembling = false;
        }
    }

    static boolean assembling() {
        return assembling;
    }

    /** Called with the archive as Arquillian completed it. */
    static void write(Archive<?> archive) {
        archive.as(ZipExporter.class).exportTo(target, true);
    }

    static EnterpriseArchive archive() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "casebook.ear")
                .importFrom(Home.current().ear().toFile())
                .as(EnterpriseArchive.class);
        String descriptor = new String(read(ear), StandardCharsets.UTF_8);
        ear.delete(ArchivePaths.create(DESCRIPTOR));
        ear.setApplicationXML(new StringAsset(descriptor.replaceFirst("(?=<module>)", MODULE)));
        FaultyEar.of(ear);
        return ear.addAsModule(Testable.archiveToTest(tests()));
    }

    private static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "it.war")
                .addPackages(true, "org.casebook.it.container")
                .addClass(InContainer.class)
                .addAsResource(
                        Home.current()
                                .root()
                                .resolve("config/studies/bmmsc-dmso.xml")
                                .toFile(),
                        "bmmsc-dmso.xml")
                .addAsResource("studies/blank.xml")
                .addAsResource("studies/oids.xml")
                .addAsResource("studies/rows.xml")
                .addAsResource("studies/hours.xml")
                .addAsResource("studies/imaging.xml")
                .addAsResource("studies/laboratory.xml")
                .addAsResource("studies/pain.xml")
                .addAsResource("studies/canary.xml")
                .addAsResource("studies/races.xml")
                .addAsResource("studies/crossover-abba.xml")
                .addAsResource("studies/parallel.xml")
                .addAsResource("studies/thirty.xml")
                .addAsResource(
                        Home.current().root().resolve("docs/permissions.csv").toFile(), "permissions.csv")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibrary(jarOf(Assertions.class));
    }

    private static byte[] read(EnterpriseArchive ear) {
        try (var in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
