package org.casebook.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The study files that ship, for tests. */
public final class StudyFiles {

    private StudyFiles() {}

    /** The project's root folder, whichever module runs. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/studies"))) {
            here = here.getParent();
        }
        return here;
    }

    public static Path path(String name) {
        return root().resolve("config/studies").resolve(name);
    }

    public static String text(String name) throws IOException {
        return Files.readString(path(name), StandardCharsets.UTF_8);
    }

    public static StudyDefinition read(String name) throws IOException {
        return new DefinitionReader().read(Files.readAllBytes(path(name)));
    }
}
