package org.casebook.web.language;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebook.kernel.Language;
import org.casebook.web.login.LocalPath;

/** {@code /language?to=de&return=/path}: keeps the choice and goes back to the page it was made on. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language.of(request.getParameter("to"))
                .ifPresent(language -> response.addCookie(LanguageChoice.cookie(language, request.isSecure())));
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(LocalPath.orHome(request.getParameter("return")));
    }
}
