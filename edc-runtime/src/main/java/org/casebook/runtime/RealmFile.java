package org.casebook.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The realm that Keycloak imports at its first start: {@code config/keycloak/casebook-realm.json}, and for the
 * demonstration {@code demonstration.json} laid over it, so that the production file knows no account.
 */
public final class RealmFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    /**
     * Writes the realm where Keycloak's {@code --import-realm} looks for it.
     *
     * @param configuration the folder with the two files, usually {@code config/keycloak}
     * @param target Keycloak's {@code data/import} folder; made when absent
     * @param demonstration whether demonstration accounts, their groups and clients are added
     * @return the file written
     * @throws UncheckedIOException when a file is missing, is no JSON, or the target cannot be written
     */
    public static Path write(Path configuration, Path target, boolean demonstration) {
        try {
            ObjectNode realm = read(configuration.resolve("casebook-realm.json"));
            if (demonstration) {
                lay(realm, read(configuration.resolve("demonstration.json")));
            }
            Files.createDirectories(target);
            Path file = target.resolve("casebook-realm.json");
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), realm);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The Keycloak realm could not be prepared from " + configuration, e);
        }
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) JSON.readTree(file.toFile());
    }

    /** Appends each list of the overlay; entries with a name that is there already are joined, groups in depth. */
    private static void lay(ObjectNode base, ObjectNode overlay) {
        overlay.properties().forEach(field -> {
            if (field.getValue() instanceof ArrayNode added) {
                ArrayNode present = base.withArray("/" + field.getKey());
                added.forEach(entry -> join(present, (ObjectNode) entry));
            } else if (!base.has(field.getKey())) {
                base.set(field.getKey(), field.getValue());
            }
        });
    }

    private static void join(ArrayNode present, ObjectNode entry) {
        JsonNode name = entry.get("name");
        for (JsonNode other : present) {
            if (name != null && entry.has("subGroups") && name.equals(other.get("name"))) {
                lay((ObjectNode) other, entry);
                return;
            }
        }
        present.add(entry);
    }
}
