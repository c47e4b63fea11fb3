package org.casebook.web.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdConstant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.casebook.web.language.LanguageChoice;

/**
 * The code flow for pages and their scripts. Where Jakarta Security would send anybody to Keycloak, this sends only
 * readers of pages there: a script gets 401 and asks the person itself, and a session that has ended comes back to the
 * same page after the login.
 */
@ApplicationScoped
class PageLogin {

    private static final String CALLBACK = "/callback";
    private static final Logger LOG = Logger.getLogger(PageLogin.class.getName());

    AuthenticationStatus validate(
            HttpAuthenticationMechanism codeFlow,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws AuthenticationException {
        if (request.getUserPrincipal() == null && request.getServletPath().equals(CALLBACK)) {
            return backFromLogin(codeFlow, request, response, context);
        }
        if (request.getUserPrincipal() == null) {
            return needsScriptAnswer(request, context)
                    ? askScript(request, response)
                    : asked(codeFlow, withoutState(request), response, context);
        }
        return inSession(codeFlow, request, response, context);
    }

    /** Sends the person to Keycloak's page, in the language that ours would speak. */
    private static AuthenticationStatus asked(
            HttpAuthenticationMechanism codeFlow,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws AuthenticationException {
        HttpServletResponse spoken = new SpokenRedirect(response, LanguageChoice.of(request));
        return codeFlow.validateRequest(request, spoken, SpokenRedirect.within(context, spoken));
    }

    /** An answer to no question of ours is no fault of the server: the person is told that the login did not succeed. */
    private static AuthenticationStatus backFromLogin(
            HttpAuthenticationMechanism codeFlow,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        try {
            AuthenticationStatus status = codeFlow.validateRequest(request, response, context);
            if (status != AuthenticationStatus.SEND_FAILURE) {
                return status;
            }
        } catch (AuthenticationException | RuntimeException e) {
            LOG.log(Level.WARNING, "A login came back that cannot be completed", e);
        }
        return redirected(response, SignInFailed.PATH);
    }

    /** The mechanism takes any address with a parameter named state for the answer of a login, and refuses it. */
    private static HttpServletRequest withoutState(HttpServletRequest request) {
        if (request.getServletPath().equals(CALLBACK)) {
            return request;
        }
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getParameter(String name) {
                return OpenIdConstant.STATE.equals(name) ? null : super.getParameter(name);
            }
        };
    }

    private AuthenticationStatus inSession(
            HttpAuthenticationMechanism codeFlow,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws AuthenticationException {
        // the mechanism's own logout sends the browser to a goodbye page; an expired session comes back instead
        HttpServletResponse still = new StillResponse(response);
        try {
            AuthenticationStatus status =
                    codeFlow.validateRequest(request, still, StillResponse.within(context, still));
            if (status == AuthenticationStatus.SUCCESS) {
                return status;
            }
        } catch (ProcessingException e) {
            // the session is good, only the renewal could not be asked for: the same request will do in a moment
            LOG.log(Level.WARNING, "Keycloak does not answer, the access token was not renewed", e);
            Problem.write(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "login-server-unreachable",
                    "loginServerSilent");
            return AuthenticationStatus.SEND_FAILURE;
        }
        // Keycloak renewed no token: its session has ended, and the mechanism has ended ours
        return Door.of(request) == Door.PAGE && !isPartial(request)
                ? again(request, response)
                : askScript(request, response);
    }

    private static boolean needsScriptAnswer(HttpServletRequest request, HttpMessageContext context) {
        return context.isProtected() && (Door.of(request) == Door.ENTRY || isPartial(request));
    }

    private static boolean isPartial(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    private static AuthenticationStatus askScript(HttpServletRequest request, HttpServletResponse response) {
        if (isPartial(request)) {
            redirectPartial(request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        Problem.write(request, response, HttpServletResponse.SC_UNAUTHORIZED, "not-signed-in", "sessionEnded");
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** The page's own address: it asks for the login and comes back to itself. */
    private static AuthenticationStatus again(HttpServletRequest request, HttpServletResponse response) {
        return redirected(response, "GET".equals(request.getMethod()) ? LocalPath.of(request) : "/");
    }

    private static AuthenticationStatus redirected(HttpServletResponse response, String address) {
        try {
            response.sendRedirect(address);
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void redirectPartial(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response id=\"j\"><redirect url=\""
                            + LocalPath.ofReferer(request).replace("&", "&amp;").replace("\"", "&quot;")
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
