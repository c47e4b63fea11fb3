package org.casebook.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.casebook.runtime.Home;

/** Collects what was measured in {@code target/figures.json} of the project folder, one array for a whole run. */
public final class Figures {
    private static final Path FILE = Home.current().root().resolve("target/figures.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Figures() {}

    /**
     * Adds a figure; one of the same name is replaced.
     *
     * @param name what was measured
     * @param value the figure
     * @param unit such as s, ms, MB or the thing counted
     * @param goal as people read it, such as "at most 30" or "0"
     * @param met whether the value meets it
     */
    public static synchronized void add(String name, double value, String unit, String goal, boolean met) {
        try {
            ArrayNode all = Files.exists(FILE) ? (ArrayNode) JSON.readTree(FILE.toFile()) : JSON.createArrayNode();
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).path("name").asText().equals(name)) {
                    all.remove(i);
                }
            }
            all.addObject()
                    .put("name", name)
                    .put("value", value)
                    .put("unit", unit)
                    .put("goal", goal)
                    .put("met", met);
            Files.createDirectories(FILE.getParent());
            Path beside = FILE.resolveSibling("figures.json.new");
            JSON.writeValue(beside.toFile(), all);
            Files.move(beside, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The figures cannot be written to " + FILE, e);
        }
    }

    /**
     * Adds a figure that is good when it is small.
     *
     * @param name what was measured
     * @param value the figure
     * @param unit of value and limit
     * @param limit the largest value that meets the goal
     */
    public static void atMost(String name, double value, String unit, double limit) {
        add(name, value, unit, "at most " + limit, value <= limit);
    }
}
