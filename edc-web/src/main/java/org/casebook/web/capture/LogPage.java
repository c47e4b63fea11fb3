package org.casebook.web.capture;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.FormDesk;
import org.casebook.rules.DataType;
import org.casebook.web.shell.Shell;

/** One log of one participant: its rows, and a button for the next one. */
@Named
@RequestScoped
public class LogPage {

    /** More columns than these are read on the row's own page. */
    private static final int MOST_COLUMNS = 6;

    @Inject
    private FormDesk formDesk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private CaseFormView.Log view;

    /**
     * A row as drawn.
     *
     * @param state the state to show: locked outranks the rest
     * @param cells answers in words, one for each column
     */
    public record Row(long id, Integer number, String state, List<Cell> cells) {}

    /** One answer with the question that it belongs to. */
    public record Cell(String question, String answer) {}

    public CaseFormView.Log getView() {
        if (view == null) {
            view = formDesk.log(
                    shell.scope(),
                    request.getParameter("subject"),
                    request.getParameter("event"),
                    request.getParameter("form"));
        }
        return view;
    }

    /** The questions above the columns; none while there is no row. */
    public List<String> getColumns() {
        return getView().rows().stream()
                .findFirst()
                .map(LogPage::shownItems)
                .orElseGet(Stream::empty)
                .map(CaseFormView.Item::question)
                .toList();
    }

    public List<Row> getRows() {
        return getView().rows().stream().map(LogPage::row).toList();
    }

    public boolean isBare() {
        return getView().rows().isEmpty();
    }

    private static Row row(CaseFormView form) {
        CaseFormView.Header header = form.header();
        String state = header.locked() ? "LOCKED" : header.state().name();
        List<Cell> cells = shownItems(form)
                .map(item -> new Cell(item.question(), new ItemLine(0, item, false).answer()))
                .toList();
        return new Row(header.id(), header.row(), state, cells);
    }

    private static Stream<CaseFormView.Item> shownItems(CaseFormView form) {
        return form.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.type() != DataType.LONG_TEXT)
                .limit(MOST_COLUMNS);
    }
}
