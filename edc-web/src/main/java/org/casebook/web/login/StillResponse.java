package org.casebook.web.login;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps a login mechanism of the server from answering by itself; what its "no" looks like is decided outside. */
final class StillResponse extends HttpServletResponseWrapper {

    StillResponse(HttpServletResponse response) {
        super(response);
    }

    /** The same message, with the silenced response. */
    static HttpMessageContext within(HttpMessageContext context, HttpServletResponse still) {
        return new HttpMessageContextWrapper(context) {
            @Override
            public HttpServletResponse getResponse() {
                return still;
            }

            @Override
            public AuthenticationStatus responseUnauthorized() {
                return AuthenticationStatus.SEND_FAILURE;
            }
        };
    }

    @Override
    public void sendRedirect(String location) {
        // left out on purpose
    }

    @Override
    public void sendError(int status) {
        // left out on purpose
    }

    @Override
    public void sendError(int status, String message) {
        // left out on purpose
    }
}
