package org.casebook.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON by RFC 8785: the same content is the same bytes, whoever writes it and whenever.
 *
 * <p>It takes what signed content is made of and nothing else: maps with text keys, lists, texts, whole numbers, booleans
 * and null. Measured values are texts, as typed and as canonical decimal text; no binary floating point ever enters, so
 * the ECMAScript number rules of the RFC are needed for whole numbers only, and those beyond 2^53-1 are refused.
 */
public final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    /**
     * @throws IllegalArgumentException for a value that has no exact canonical form here
     */
    public static String write(Object content) {
        CanonicalJson json = new CanonicalJson();
        json.value(content);
        return json.out.toString();
    }

    /** SHA-256 of the canonical form in UTF-8, 64 lower-case hexadecimal digits. */
    public static String sha256(Object content) {
        try {
            byte[] bytes = write(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void value(Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Long || value instanceof Integer) {
            number(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else {
            throw new IllegalArgumentException(
                    "No canonical form for " + value.getClass().getName());
        }
    }

    private void number(long number) {
        if (Math.abs(number) > LARGEST_EXACT) {
            throw new IllegalArgumentException(number + " is not exact as a JSON number");
        }
        out.append(number);
    }

    private void array(List<?> list) {
        String comma = "";
        out.append('[');
        for (Object element : list) {
            out.append(comma);
            value(element);
            comma = ",";
        }
        out.append(']');
    }

    /** RFC 8785 3.2.3: sorted by UTF-16 code units, which is the order of Java's {@code String.compareTo}. */
    private void object(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        String comma = "";
        out.append('{');
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(comma);
            text(entry.getKey());
            out.append(':');
            value(entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    /** RFC 8785 3.2.2.2: the shortest escapes, nothing else escaped; half a surrogate pair is an error. */
    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("Half a surrogate pair at index " + i);
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
