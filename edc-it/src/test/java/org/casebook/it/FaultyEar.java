package org.casebook.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.casebook.access.TypedPassword;
import org.casebook.audit.LeakyAuditEntries;
import org.casebook.it.faults.FaultyDataSource;
import org.casebook.subject.LeakyParticipants;
import org.casebook.unblinding.LeakyUnblindings;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/**
 * The application with what the tests need to break it: leaks of the blind, shut until a test opens one, and faults of the
 * database. Puts the data source of the tests in the place of the driver's: the name that the application's annotation gives is another
 * one, nothing else of it changes.
 */
final class FaultyEar {
    private static final String EJB = "edc-ejb.jar";
    private static final ArchivePath DATABASE = ArchivePaths.create("org/casebook/kernel/Database.class");
    private static final String DRIVERS = "org.postgresql.ds.PGConnectionPoolDataSource";

    private FaultyEar() {}

    static void of(EnterpriseArchive ear) {
        JavaArchive ejb = ear.getAsType(JavaArchive.class, EJB);
        byte[] changed = renamed(bytes(ejb), DRIVERS, FaultyDataSource.class.getName());
        ejb.delete(DATABASE);
        ejb.add(new ByteArrayAsset(changed), DATABASE);
        // CDI takes them instead of the classes that they extend; they do the same until a test opens a leak
        ejb.addClasses(LeakyAuditEntries.class, LeakyParticipants.class, LeakyUnblindings.class);
        ejb.addClass(TypedPassword.class);
        ear.delete(ArchivePaths.create(EJB));
        ear.addAsModule(ejb);
        ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "casebook-faults.jar")
                .addPackage(FaultyDataSource.class.getPackage()));
    }

    /** A text of a class file stands in its table of constants with its length before it, and nothing counts its bytes again. */
    private static byte[] renamed(byte[] code, String from, String to) {
        byte[] wanted = constant(from);
        for (int at = 0; at + wanted.length <= code.length; at++) {
            if (ByteBuffer.wrap(code, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
                ByteArrayOutputStream changed = new ByteArrayOutputStream();
                changed.write(code, 0, at);
                changed.writeBytes(constant(to));
                changed.write(code, at + wanted.length, code.length - at - wanted.length);
                return changed.toByteArray();
            }
        }
        throw new IllegalStateException("the application's data source is not " + from);
    }

    private static byte[] constant(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] bytes(JavaArchive ejb) {
        try (var in = ejb.get(DATABASE).getAsset().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
