package org.casebook.web.login;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.casebook.access.DisabledAccounts;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.web.refusal.RefusedTries;
import org.casebook.web.shell.CsrfToken;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says who acts in this request, and turns away changes of {@code /entry} that no page of ours has asked for. */
@WebFilter("/*")
public class ActorFilter implements Filter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private CurrentActor currentActor;

    @Inject
    private OpenIdContext login;

    @Inject
    private CsrfToken csrf;

    @Inject
    private RefusedTries tries;

    @Inject
    private DisabledAccounts disabled;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        String id = UUID.randomUUID().toString();
        response.setHeader("X-Request-Id", id);
        Optional<Actor> person = who(request);
        if (person.filter(known -> disabled.holds(known.username())).isPresent()) {
            turnAway(request, response);
            return;
        }
        person.ifPresent(known -> currentActor.enter(known, id));
        if (Door.of(request) == Door.ENTRY
                && !READING.contains(request.getMethod())
                && !csrf.matches(request.getHeader(CsrfToken.HEADER))) {
            tries.note(
                    request.getMethod(),
                    request.getRequestURI(),
                    request.getParameter("study"),
                    request.getParameter("site"),
                    "forged-request");
            Problem.write(request, response, HttpServletResponse.SC_FORBIDDEN, "forged-request", "forgedRequest");
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Actor> who(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (Door.of(request) == Door.API) {
            return principal instanceof JsonWebToken token
                    ? Optional.of(Claims.of(token).actor("api"))
                    : Optional.empty();
        }
        return principal == null || login.getAccessToken() == null
                ? Optional.empty()
                : Optional.of(Claims.of(login.getAccessToken().getJwtClaims()).actor("person"));
    }

    /** Of a disabled account the session ends here too; a page then asks for a login, which Keycloak refuses. */
    private static void turnAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (Door.of(request) == Door.PAGE) {
            request.getSession().invalidate();
            response.sendRedirect(SignInFailed.PATH);
            return;
        }
        Problem.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "account-disabled", "accountDisabled");
    }
}
