package org.casebook.web.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The pages of this room beside each other. */
@Named
@RequestScoped
public class OutcomeTabs {

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    /** @param current {@code page} for the one that is open, else null */
    public record Tab(String href, String label, String current) {}

    public List<Tab> getList() {
        return Stream.of("responses", "changes", "conduct").map(this::tab).toList();
    }

    private Tab tab(String name) {
        String page = "/outcome/" + name + ".xhtml";
        return new Tab(
                page + "?" + shell.getQuery(),
                Words.of("outcome", name),
                request.getRequestURI().endsWith(page) ? "page" : null);
    }
}
