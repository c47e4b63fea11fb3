package org.casebook.web.login;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.web.shell.CsrfToken;

/**
 * {@code /whoami}: who is signed in, for the form script: after a login it sends what was typed only when the person is
 * still the same.
 */
@WebServlet("/whoami")
public class WhoAmI extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient CsrfToken csrf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor person = actor.get();
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("id", person.id())
                        .add("username", person.username())
                        .add("fullName", person.fullName())
                        .add("csrf", csrf.value())
                        .build()
                        .toString());
    }
}
