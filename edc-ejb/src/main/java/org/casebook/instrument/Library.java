package org.casebook.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;

/**
 * The instruments that ship, each a file of its own that can be loaded as a study by itself: {@code config/instruments} of the
 * project, packed with the application. Read once.
 */
public final class Library {

    private static final String CONTENTS = "contents.txt";

    private static final class Shelf {
        static final Map<String, StudyDefinition> FILES = read();

        private Shelf() {}
    }

    private Library() {}

    /** The files by the OID of the form that each brings, in the order in which they are offered. */
    public static Map<String, StudyDefinition> files() {
        return Shelf.FILES;
    }

    /** The file that brings this form; empty when there is none. */
    public static Optional<StudyDefinition> find(String formOid) {
        return Optional.ofNullable(files().get(formOid));
    }

    private static Map<String, StudyDefinition> read() {
        Map<String, StudyDefinition> files = new LinkedHashMap<>();
        new String(bytes(CONTENTS), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(name -> {
                    StudyDefinition file = new DefinitionReader().read(bytes(name.strip()));
                    files.put(Instruments.of(file).get(0).formOid(), file);
                });
        return Collections.unmodifiableMap(files);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Library.class.getResourceAsStream("library/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The library of instruments lacks " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The library of instruments cannot be read", unreadable);
        }
    }
}
