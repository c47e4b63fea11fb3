package org.casebook.it.container;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebook.it.faults.Faults;

/**
 * {@code /it/faults?at=3}: lets the third statement fail that the next request sends; {@code &after} once it was carried out.
 * Without {@code at}: nothing fails any more; answers how many were sent, and in the second line the one that failed.
 */
@WebServlet("/faults")
public class FaultSwitch extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        String at = request.getParameter("at");
        if (at == null) {
            Faults.Report report = Faults.disarm();
            response.getWriter().print(report.statements() + "\n" + (report.failed() == null ? "" : report.failed()));
        } else {
            Faults.arm(Integer.parseInt(at), request.getParameter("after") != null);
        }
    }
}
