package org.casebook.runtime.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.casebook.runtime.Fault;

/**
 * The marker in the data folder that a load was finished. A load that was broken off is not mended but begun again on a fresh
 * folder, since half a history would be an untrue one.
 */
record Loaded(Path data, String name) {

    /**
     * Runs a load unless it was finished.
     *
     * @param begun whether an earlier one was begun
     */
    void once(BooleanSupplier begun, Runnable load) {
        Path marker = data.resolve(name);
        if (Files.exists(marker)) {
            return;
        }
        if (begun.getAsBoolean()) {
            throw new Fault(
                    "The demonstration data in " + data + " were loaded in part only, because an earlier start was"
                            + " broken off. Start anew with ./edc demo --fresh.");
        }
        load.run();
        try {
            Files.writeString(marker, "Loaded on " + LocalDate.now(ZoneOffset.UTC) + ".\n");
        } catch (IOException e) {
            throw new Fault("The file " + marker + " cannot be written (" + e.getMessage() + ").", e);
        }
    }

    /** Whether the builder sees a study of this OID. */
    static boolean isThere(Rest builder, String oid) {
        for (JsonNode study : builder.get("/studies")) {
            if (study.path("oid").asText().equals(oid)) {
                return true;
            }
        }
        return false;
    }
}
