package org.casebook.web.login;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Predicate;

/** One application, two ways in: bearer tokens at {@code /api}, the code flow everywhere else. */
@Alternative
@Priority(LoginMechanism.BEFORE_THE_SERVERS_OWN)
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {

    static final int BEFORE_THE_SERVERS_OWN = 100;

    private static final String BEARER = "JWTAuthenticationMechanism";

    @Inject
    private BeanManager beans;

    @Inject
    private PageLogin pages;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return switch (Door.of(request)) {
            case API -> bearer(request, response, context);
            case ENTRY, PAGE -> pages.validate(codeFlow(), request, response, context);
        };
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        HttpAuthenticationMechanism mechanism = Door.of(request) == Door.API ? bearerMechanism() : codeFlow();
        return mechanism.secureResponse(request, response, context);
    }

    /** Logout: ends our session and Keycloak's. */
    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (Door.of(request) != Door.API) {
            codeFlow().cleanSubject(request, response, context);
        }
    }

    private AuthenticationStatus bearer(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String header = request.getHeader("Authorization");
        // without the header nobody is asked: a session cookie must not open this door
        boolean given = header != null && header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
        if (given) {
            // its own "no" is a page of HTML
            HttpServletResponse still = new StillResponse(response);
            HttpMessageContext quiet = StillResponse.within(context, still);
            if (bearerMechanism().validateRequest(request, still, quiet) == AuthenticationStatus.SUCCESS) {
                return AuthenticationStatus.SUCCESS;
            }
        }
        response.setHeader("WWW-Authenticate", given ? "Bearer error=\"invalid_token\"" : "Bearer");
        Problem.write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                given ? "token-refused" : "not-signed-in",
                given
                        ? "The bearer token is expired, not of this realm, or not meant for casebook-api. Get a new one."
                        : "Send a bearer token in the Authorization header; a session cookie counts for nothing here.");
        return AuthenticationStatus.SEND_FAILURE;
    }

    private HttpAuthenticationMechanism bearerMechanism() {
        return mechanism(LoginMechanism::isBearer);
    }

    private HttpAuthenticationMechanism codeFlow() {
        return mechanism(bean -> !isBearer(bean) && !bean.getBeanClass().equals(LoginMechanism.class));
    }

    private static boolean isBearer(Bean<?> bean) {
        return bean.getBeanClass().getName().endsWith(BEARER)
                || bean.getTypes().stream().anyMatch(type -> type.getTypeName().endsWith(BEARER));
    }

    /** The server makes its mechanisms from annotations and gives them no name to inject them by. */
    private HttpAuthenticationMechanism mechanism(Predicate<Bean<?>> wanted) {
        Bean<?> bean = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a login mechanism of the server is missing"));
        return (HttpAuthenticationMechanism)
                beans.getReference(bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean));
    }
}
