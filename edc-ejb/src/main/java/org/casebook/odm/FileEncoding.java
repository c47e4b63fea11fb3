package org.casebook.odm;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file says it is encoded, judged before any parser sees it: by its first bytes and by its XML declaration, which must
 * agree. Encodings in which markup can hide from whoever looks at the bytes (UTF-7, EBCDIC, UTF-16 without a mark) are refused.
 */
final class FileEncoding {

    private static final Set<String> PERMITTED = Set.of(
            "UTF-8",
            "US-ASCII",
            "ASCII",
            "ISO-8859-1",
            "ISO-8859-15",
            "WINDOWS-1252",
            "UTF-16",
            "UTF-16LE",
            "UTF-16BE");

    private static final int DECLARATION = 400;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.DOTALL);

    private FileEncoding() {}

    /** Why the file cannot be read; empty when its encoding is one and the same everywhere. */
    static Optional<String> fault(byte[] content) {
        if (startsWith(content, 'P', 'K') || startsWith(content, 0x1f, 0x8b)) {
            return Optional.of("The file is an archive. Unpack it and give the XML file that is in it.");
        }
        boolean utf8 = startsWith(content, 0xef, 0xbb, 0xbf);
        boolean big = startsWith(content, 0xfe, 0xff);
        boolean little = startsWith(content, 0xff, 0xfe);
        boolean wide = big || little;
        if (startsWith(content, 0xff, 0xfe, 0, 0) || startsWith(content, 0, 0, 0xfe, 0xff)) {
            return Optional.of("The file is encoded in UTF-32, which is not read. Save it as UTF-8.");
        }
        if (!wide && !utf8 && !startsWith(content, '<') && firstMark(content) != '<') {
            return Optional.of(
                    "The file is not well-formed XML: it does not begin as XML does. Save it as XML in UTF-8.");
        }
        int start = utf8 ? 3 : wide ? 2 : 0;
        String head = new String(
                content,
                start,
                Math.min(DECLARATION, content.length - start),
                big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(head);
        return declared.find()
                ? judge(declared.group(1).toUpperCase(Locale.ROOT), utf8, big, little)
                : Optional.empty();
    }

    private static Optional<String> judge(String declared, boolean utf8, boolean big, boolean little) {
        if (!PERMITTED.contains(declared)) {
            return Optional.of("The file says that its encoding is “%s”, which is not read. Save it as UTF-8."
                    .formatted(declared.replaceAll("[^A-Z0-9._-]", "?")));
        }
        boolean agrees = utf8
                ? declared.equals("UTF-8")
                : big
                        ? Set.of("UTF-16", "UTF-16BE").contains(declared)
                        : little ? Set.of("UTF-16", "UTF-16LE").contains(declared) : !declared.startsWith("UTF-16");
        return agrees
                ? Optional.empty()
                : Optional.of(
                        "The file says that its encoding is %s, but its first bytes say otherwise. Save it as UTF-8."
                                .formatted(declared));
    }

    /** The first byte that is no white space. */
    private static int firstMark(byte[] content) {
        for (byte each : content) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return each;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
