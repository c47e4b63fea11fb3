package org.casebook.web.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
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
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        try {
            response.sendRedirect(LocalPath.orHome(stepUps.complete(request.getParameter("state"), query)));
        } catch (OtherPersonSignedIn e) {
            // the browser may now be in the other person's hands: the first person's pages must go too
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect("/other-person.xhtml");
        } catch (Refusal e) {
            request.setAttribute("refusal", e);
            response.setStatus(e.kind().status());
            request.getRequestDispatcher("/not-confirmed.xhtml").forward(request, response);
        }
    }
}
