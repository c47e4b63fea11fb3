package org.casebook.it.container;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.casebook.it.faults.Leaks;

/** {@code /it/leaks?open=count,order}: opens these planted leaks and shuts all others. */
@WebServlet("/leaks")
public class LeakSwitch extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Leaks.open(Set.of(request.getParameter("open").split(",")));
    }
}
