package org.casebook.web.login;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.casebook.kernel.Language;

/**
 * Tells Keycloak's login page the reader's language: parameter {@code ui_locales} of OpenID Connect Core 3.1.2.1, which the
 * server's mechanism leaves out.
 */
final class SpokenRedirect extends HttpServletResponseWrapper {

    private final Language language;

    SpokenRedirect(HttpServletResponse response, Language language) {
        super(response);
        this.language = language;
    }

    /** The same message, whose way to the login page goes through this response. */
    static HttpMessageContext within(HttpMessageContext context, HttpServletResponse spoken) {
        return new HttpMessageContextWrapper(context) {
            @Override
            public HttpServletResponse getResponse() {
                return spoken;
            }

            @Override
            public AuthenticationStatus redirect(String location) {
                try {
                    spoken.sendRedirect(location);
                    return AuthenticationStatus.SEND_CONTINUE;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        boolean asks = location.contains("client_id=") && location.contains("response_type=");
        super.sendRedirect(asks ? location + "&ui_locales=" + language.tag() : location);
    }
}
