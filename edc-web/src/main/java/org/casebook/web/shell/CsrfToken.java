package org.casebook.web.shell;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret that a page sends back in the header {@code X-CSRF-Token} with each change. Cookies travel with forged requests
 * too; this token does not.
 */
@SessionScoped
public class CsrfToken implements Serializable {

    /** Name of the request header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    private static final long serialVersionUID = 1L;
    private static final int BYTES = 24;

    private final String value = random();

    public String value() {
        return value;
    }

    /** Whether this is the token of the session; compared in constant time. */
    public boolean matches(String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.US_ASCII));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
