package org.casebook.web.language;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.kernel.Language;

/** The language of a request: the one chosen, else the first that the browser asks for and we speak, else English. */
public final class LanguageChoice {

    static final String COOKIE = "casebook-language";
    private static final String API = "/api";
    private static final int ONE_YEAR_IN_SECONDS = 31_536_000;

    private LanguageChoice() {}

    /** Programs of others read English: what {@code /api} says does not depend on who runs them. */
    public static Language of(HttpServletRequest request) {
        if (request.getServletPath().startsWith(API)) {
            return Language.ENGLISH;
        }
        return chosen(request.getCookies()).or(() -> asked(request)).orElse(Language.ENGLISH);
    }

    private static Optional<Language> chosen(Cookie[] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                        .findFirst();
    }

    private static Optional<Language> asked(HttpServletRequest request) {
        // without the header the server names its own language
        Stream<Locale> asked = request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream();
        return asked.flatMap(locale -> Language.of(locale.toLanguageTag()).stream())
                .findFirst();
    }

    /** Keeps a choice for a year. */
    static Cookie cookie(Language language, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, language.tag());
        cookie.setPath("/");
        cookie.setMaxAge(ONE_YEAR_IN_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
