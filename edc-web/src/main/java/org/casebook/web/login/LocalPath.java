package org.casebook.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** Places within this application that a browser may be sent to; never another host. */
public final class LocalPath {

    static final String HOME = "/home.xhtml";

    private LocalPath() {}

    /**
     * @param wanted as given by a browser, may be null
     * @return the path with its query when it is one of ours, else the home page
     */
    public static String orHome(String wanted) {
        return wanted != null
                        && wanted.startsWith("/")
                        // //host and /\host are addresses of other hosts; control characters split headers
                        && !wanted.startsWith("//")
                        && wanted.indexOf('\\') < 0
                        && wanted.chars().noneMatch(Character::isISOControl)
                        && !turnsInCircles(wanted)
                ? wanted
                : HOME;
    }

    /** Path and query of a request. */
    public static String of(HttpServletRequest request) {
        String query = request.getQueryString();
        return orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** Path and query of the page that a script belongs to. */
    static String ofReferer(HttpServletRequest request) {
        return ofAddress(request.getHeader("Referer"));
    }

    /** Path and query of a whole address, whatever its host: the host is dropped. */
    static String ofAddress(String address) {
        try {
            URI uri = new URI(String.valueOf(address));
            String query = uri.getRawQuery();
            return orHome(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    private static boolean turnsInCircles(String path) {
        return path.startsWith("/callback") || path.startsWith("/logout");
    }
}
