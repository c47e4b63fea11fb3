package org.casebook.rules;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What expressions call something whose OID the author chose. An OID may hold dots, colons and hyphens, which mean something
 * else in expressions; two OIDs that differ in nothing else share a name.
 */
public final class ExpressionName {

    /** Words of CEL, and ours. */
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "bool",
            "bytes",
            "double",
            "duration",
            "dyn",
            "google",
            "int",
            "list",
            "map",
            "null_type",
            "size",
            "string",
            "timestamp",
            "type",
            "uint",
            "today",
            "visitDate",
            "empty",
            "missing",
            "date",
            "first",
            "previous",
            "last",
            "rows");

    private ExpressionName() {}

    /**
     * The name of an OID: every character but letters, digits and {@code _} becomes {@code _}, a digit in front gets {@code _}
     * before it, and a word of the language gets {@code _} behind it. {@code ODM.IT.TEMP} is {@code ODM_IT_TEMP}.
     */
    public static String of(String oid) {
        StringBuilder name = new StringBuilder(oid.length() + 1);
        for (int i = 0; i < oid.length(); i++) {
            char letter = oid.charAt(i);
            name.append(isPlain(letter) ? letter : '_');
        }
        if (name.length() == 0 || Character.isDigit(name.charAt(0))) {
            name.insert(0, '_');
        }
        if (RESERVED.contains(name.toString())) {
            name.append('_');
        }
        return name.toString();
    }

    /** Whether an expression calls something by this name itself, not as a part of another's. */
    public static boolean isIn(String name, String expression) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)")
                .matcher(expression)
                .find();
    }

    private static boolean isPlain(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || letter == '_';
    }
}
