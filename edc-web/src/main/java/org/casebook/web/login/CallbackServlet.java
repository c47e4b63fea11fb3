package org.casebook.web.login;

import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdConstant;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebook.access.SignIns;
import org.casebook.kernel.NotAllowed;

/** Where Keycloak sends the browser after a login; goes on to what the person asked for. */
@WebServlet("/callback")
public class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OpenIdContext login;

    @Inject
    private transient SignIns signIns;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            // for example a second tab was faster, or the login took too long
            response.sendRedirect(SignInFailed.PATH);
            return;
        }
        try {
            signIns.signedIn();
        } catch (NotAllowed e) {
            // signed in, but with no role anywhere: the home page says so
            log("no role: " + request.getUserPrincipal().getName());
        }
        String wanted = login.<String>getStoredValue(request, response, OpenIdConstant.ORIGINAL_REQUEST)
                .map(LocalPath::ofAddress)
                .orElse(LocalPath.HOME);
        response.sendRedirect(wanted);
    }
}
