package org.casebook.kernel;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody sent a change that was refused for what it aimed at: no page of ours asked for it, or there is no such record or
 * item within his reach, or it is closed. Told after the caller's transaction has ended, and written in one of its own.
 *
 * @param scope the place that the request names; null when it names none
 * @param route method and path as sent
 * @param code of the refusal, kebab case
 */
public record RefusedTry(Scope scope, String route, String code) {

    private static final int LONGEST_ROUTE = 500;

    /** Addresses that name an event: the visit of a participant, the seat of a form. */
    private static final Pattern EVENT = Pattern.compile("/(?:visits|seats/[^/]+)/([^/?;]+)");

    public RefusedTry {
        route = route.length() > LONGEST_ROUTE ? route.substring(0, LONGEST_ROUTE) : route;
    }

    /** OID of the event that the address names; null where it names none, or none that can be read. */
    public String event() {
        Matcher named = EVENT.matcher(route);
        try {
            return named.find() ? URLDecoder.decode(named.group(1), StandardCharsets.UTF_8) : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
