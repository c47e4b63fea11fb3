package org.casebook.web.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casebook.access.OtherPersonSignedIn;
import org.casebook.access.StepUps;
import org.casebook.kernel.Refusal;

/** Where Keycloak sends the browser after the password was typed again. */
@WebServlet("/sign/callback")
public class SignCallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient StepUps stepUps;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        try {
            response.sendRedirect(LocalPath.orHome(stepUps.complete(request.getParameter("state"), query)));
        } catch (OtherPersonSignedIn e) {
            // the browser may now be in the other person's hands: the first person's pages must go too
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            refuse(response, e);
        } catch (Refusal e) {
            refuse(response, e);
        }
    }

    private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        response.sendRedirect("/not-confirmed.xhtml?code=" + URLEncoder.encode(refusal.code(), StandardCharsets.UTF_8));
    }
}
