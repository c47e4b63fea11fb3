package org.casebook.web.capture;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.FormDesk;
import org.casebook.capture.FormState;
import org.casebook.rules.DataType;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;
import org.casebook.wording.AnswerWords;

/** One log of one participant: its rows, and a button for the next one. */
@Named
@RequestScoped
public class LogPage {

    /** The parameter that names the row that is open. */
    static final String OPEN = "open";

    /** More columns than these are read on the row's own page. */
    private static final int MOST_COLUMNS = 6;

    private static final Set<DataType> WORDS =
            EnumSet.of(DataType.TEXT, DataType.CHOICE, DataType.MULTI_CHOICE, DataType.ROW_LINK, DataType.ATTACHMENT);

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
     * @param current the attribute {@code aria-current}: the row that is open below; null draws none
     * @param cells answers in words, one for each column
     */
    public record Row(
            long id,
            Integer number,
            String state,
            String current,
            boolean voidable,
            boolean restorable,
            List<Cell> cells) {}

    /**
     * One answer with the question that it belongs to.
     *
     * @param item OID
     * @param value canonical, by which rows are sorted
     * @param look style class: words may be broken, dates and numbers not
     */
    public record Cell(String item, String question, String value, String answer, String look) {}

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
        return getView().rows().stream().map(this::row).toList();
    }

    /** The log's name, with the row that is open below. */
    public String getTitle() {
        return getView().rows().stream()
                .filter(row -> isOpen(row.header().id()))
                .findFirst()
                .map(row -> Words.of(
                        "capture", "rowTitle", getView().name(), row.header().row()))
                .orElse(getView().name());
    }

    /** The address of this log with no row open. */
    public String getClosedHref() {
        String event =
                getView().event() == null ? "" : "&event=" + encoded(getView().event());
        return "/capture/log.xhtml?" + shell.getQuery() + "&subject="
                + encoded(getView().subject()) + "&form=" + encoded(getView().form()) + event;
    }

    /** What is drawn below the table: the row that is open, or nothing. */
    public String getOpened() {
        return "/WEB-INF/tags/" + (isAnyOpen() ? "log-row" : "nothing") + ".xhtml";
    }

    public String getBanner() {
        return "/WEB-INF/tags/" + (isAnyOpen() ? "log-banner" : "nothing") + ".xhtml";
    }

    private boolean isAnyOpen() {
        return getView().rows().stream().anyMatch(row -> isOpen(row.header().id()));
    }

    private boolean isOpen(long row) {
        return String.valueOf(row).equals(request.getParameter(OPEN));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public boolean isBare() {
        return getView().rows().isEmpty();
    }

    private Row row(CaseFormView form) {
        CaseFormView.Header header = form.header();
        String state = header.locked() ? "LOCKED" : header.state().name();
        List<Cell> cells = shownItems(form)
                .map(item -> new Cell(
                        item.oid(),
                        item.question(),
                        item.state().value(),
                        answer(item),
                        WORDS.contains(item.type()) ? "words" : "whole"))
                .toList();
        boolean isVoid = header.state() == FormState.State.VOID;
        return new Row(
                header.id(),
                header.row(),
                state,
                isOpen(header.id()) ? "true" : null,
                form.permits().voidable(),
                isVoid && form.permits().reopenable(),
                cells);
    }

    /** Dates of a column are to be compared, however each of them was typed. */
    private static String answer(CaseFormView.Item item) {
        String value = item.state().value();
        return value != null && (item.type().isDate() || item.type() == DataType.DATETIME)
                ? AnswerWords.day(value)
                : new ItemLine(0, item, false).answer();
    }

    private static Stream<CaseFormView.Item> shownItems(CaseFormView form) {
        return form.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.type() != DataType.LONG_TEXT)
                .limit(MOST_COLUMNS);
    }
}
