package org.casebook.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that pages write. */
public final class Address {

    private Address() {}

    /** A text as one part of an address: in paths and in headers a blank is no plus. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
