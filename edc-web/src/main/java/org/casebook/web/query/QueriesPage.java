package org.casebook.web.query;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.RequestClock;
import org.casebook.query.QueryDesk;
import org.casebook.query.QueryFilter;
import org.casebook.query.QueryPage;
import org.casebook.query.QueryState;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The list of queries, worked off without leaving it. Its filter stands in the address. */
@Named
@RequestScoped
public class QueriesPage {

    /** Whose turn it is; the tabs of the page. */
    private enum Tab {
        OPEN(EnumSet.of(QueryState.OPEN)),
        ANSWERED(EnumSet.of(QueryState.ANSWERED)),
        UNSETTLED(EnumSet.of(QueryState.OPEN, QueryState.ANSWERED)),
        CLOSED(EnumSet.of(QueryState.CLOSED)),
        ALL(EnumSet.allOf(QueryState.class));

        private final Set<QueryState> states;

        Tab(Set<QueryState> states) {
            this.states = states;
        }
    }

    /** How many a page shows. */
    private static final int SIZE = 50;

    /** A tab as drawn; {@code current} is null for those not chosen. */
    public record TabLink(String href, String label, String current) {}

    /** An age to choose; {@code selected} is null for those not chosen. */
    public record Age(String days, String label, String selected) {}

    @Inject
    private QueryDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private HttpServletRequest request;

    private List<QueryRow> rows;
    private int total;

    public List<QueryRow> getRows() {
        if (rows == null) {
            QueryPage page = desk.page(shell.scope(), filter(), first(), SIZE);
            total = page.total();
            rows = page.lines().stream()
                    .map(line -> new QueryRow(
                            line,
                            QueryMoves.of(line.query(), actor.get()),
                            Duration.between(line.query().openedAt(), clock.instant())
                                    .toDays()))
                    .toList();
        }
        return rows;
    }

    /** How many to pass over: the address names it. */
    private int first() {
        String from = request.getParameter("from");
        return from != null && from.matches("\\d{1,7}") ? Integer.parseInt(from) : 0;
    }

    public boolean isEarlierThere() {
        return first() > 0;
    }

    public boolean isLaterThere() {
        return first() + getRows().size() < total;
    }

    /** Address of the page before this one. */
    public String getEarlier() {
        return pageFrom(Math.max(0, first() - SIZE));
    }

    /** Address of the page after this one. */
    public String getLater() {
        return pageFrom(first() + SIZE);
    }

    private String pageFrom(int first) {
        return "/query/queries.xhtml?" + shell.getQuery() + "&show=" + tab().name()
                + (getSubject() == null ? "" : "&subject=" + URLEncoder.encode(getSubject(), StandardCharsets.UTF_8))
                + (days() == null ? "" : "&age=" + days())
                + "&from=" + first;
    }

    public boolean isFilled() {
        return !getRows().isEmpty();
    }

    public List<TabLink> getTabs() {
        Tab chosen = tab();
        return Arrays.stream(Tab.values())
                .map(tab -> new TabLink(
                        "/query/queries.xhtml?" + shell.getQuery() + "&show=" + tab.name(),
                        Words.of("query", "tab" + tab.name()),
                        tab == chosen ? "page" : null))
                .toList();
    }

    public List<Age> getAges() {
        String chosen = days() == null ? "" : days().toString();
        return List.of("", "7", "14", "30").stream()
                .map(days -> new Age(days, Words.of("query", "age" + days), days.equals(chosen) ? "selected" : null))
                .toList();
    }

    public String getShow() {
        return tab().name();
    }

    public String getSubject() {
        String subject = request.getParameter("subject");
        return subject == null || subject.isBlank() ? null : subject.strip();
    }

    public String getCount() {
        int shown = getRows().size();
        return shown == total
                ? Words.of("query", "count", total)
                : Words.of("query", "countPage", first() + 1, first() + shown, total);
    }

    private QueryFilter filter() {
        QueryFilter filter = QueryFilter.ALL.in(tab().states).ofSubject(getSubject());
        return days() == null ? filter : filter.olderThan(Duration.ofDays(days()));
    }

    private Tab tab() {
        String wanted = request.getParameter("show");
        return Arrays.stream(Tab.values())
                .filter(tab -> tab.name().equals(wanted))
                .findFirst()
                .orElse(Tab.UNSETTLED);
    }

    private Long days() {
        String days = request.getParameter("age");
        return days != null && days.matches("\\d{1,4}") ? Long.valueOf(days) : null;
    }
}
