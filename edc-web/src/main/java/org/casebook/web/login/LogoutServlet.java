package org.casebook.web.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebook.access.SignIns;
import org.casebook.kernel.Refusal;

/** Ends the session here and in Keycloak, then says goodbye. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            // a foreign page must not sign anybody out
            response.sendRedirect(LocalPath.HOME);
            return;
        }
        doPost(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getUserPrincipal() != null) {
            try {
                signIns.signedOut();
            } catch (Refusal e) {
                // without any role there is nothing to record, but the way out is open to everybody
                log("sign-out not recorded: " + e.getMessage());
            }
            request.logout();
        }
        if (!response.isCommitted()) {
            response.sendRedirect(OidcSettings.GOODBYE);
        }
    }
}
