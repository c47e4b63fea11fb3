package org.casebook.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.casebook.kernel.Language;
import org.casebook.web.shell.Words;
import org.junit.jupiter.api.Test;

/** Whose word counts: the person's, then the browser's; and the machine's never. */
class LanguageChoiceTest {

    @Test
    void the_choice_of_the_person_counts_before_that_of_the_browser() {
        assertThat(LanguageChoice.of(request("/home.xhtml", "de", "en"))).isEqualTo(Language.GERMAN);
        assertThat(LanguageChoice.of(request("/home.xhtml", "en", "de"))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void the_first_language_of_the_browser_that_is_spoken_here_counts() {
        assertThat(LanguageChoice.of(request("/home.xhtml", null, "fr", "de-AT", "en")))
                .isEqualTo(Language.GERMAN);
        assertThat(LanguageChoice.of(request("/home.xhtml", null, "fr"))).isEqualTo(Language.ENGLISH);
        assertThat(LanguageChoice.of(request("/home.xhtml", null))).isEqualTo(Language.ENGLISH);
        assertThat(LanguageChoice.of(request("/home.xhtml", "../../etc", "de"))).isEqualTo(Language.GERMAN);
    }

    @Test
    void programs_read_english() {
        assertThat(LanguageChoice.of(request("/api", "de", "de"))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void the_choice_is_kept_for_a_year_and_told_to_this_site_alone() {
        Cookie cookie = LanguageChoice.cookie(Language.GERMAN, true);
        assertThat(cookie.getMaxAge()).isEqualTo(365 * 24 * 60 * 60);
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void words_follow_the_reader_and_never_the_machine() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Words.of("common", "yes")).isEqualTo("Yes");
            Language.GERMAN.speak(() -> {
                assertThat(Words.of("common", "yes")).isEqualTo("Ja");
                assertThat(Words.of("common", "site", "101")).isEqualTo("Zentrum 101");
                Language.ENGLISH.speak(
                        () -> assertThat(Words.of("common", "yes")).isEqualTo("Yes"));
                assertThat(Words.of("common", "yes")).isEqualTo("Ja");
            });
            assertThat(Words.of("common", "yes")).isEqualTo("Yes");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static HttpServletRequest request(String path, String chosen, String... asked) {
        List<Locale> locales = Arrays.stream(asked).map(Locale::forLanguageTag).toList();
        return (HttpServletRequest) Proxy.newProxyInstance(
                LanguageChoiceTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getServletPath" -> path;
                    case "getCookies" ->
                        chosen == null ? null : new Cookie[] {new Cookie(LanguageChoice.COOKIE, chosen)};
                    case "getHeader" -> locales.isEmpty() ? null : String.join(", ", asked);
                    case "getLocales" -> Collections.enumeration(locales);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
