package org.casebook.allotment;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One code for each of the items that decide about an allocation, in the study's order; none where nothing but the site does.
 *
 * @param codes by the item's name
 */
public record Levels(Map<String, String> codes) {

    public static final Levels NONE = new Levels(Map.of());

    public Levels {
        codes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** As it was written by {@link #text()}. */
    public static Levels parse(String text) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String pair : text.split(";")) {
                String[] parts = pair.split("=", 2);
                codes.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return new Levels(codes);
    }

    /**
     * Every combination, the first item turning slowest.
     *
     * @param permitted codes of each item, by its name; at least one each
     */
    public static List<Levels> combinations(Map<String, List<String>> permitted) {
        List<Levels> all = new ArrayList<>(List.of(NONE));
        permitted.forEach((item, codes) -> {
            List<Levels> longer = new ArrayList<>();
            all.forEach(one -> codes.forEach(code -> longer.add(one.and(item, code))));
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    public Levels and(String item, String code) {
        Map<String, String> more = new LinkedHashMap<>(codes);
        more.put(item, code);
        return new Levels(more);
    }

    /** {@code ITEM=CODE} parted by semicolons; what would confuse is written as in an address. */
    public String text() {
        return codes.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
