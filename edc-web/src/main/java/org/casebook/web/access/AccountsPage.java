package org.casebook.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casebook.access.AccessDesk;
import org.casebook.access.AccountList;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Words;

/** The list of accounts, searched and turned over by its address. */
@Named
@RequestScoped
public class AccountsPage {

    private static final int ROWS = 25;

    @Inject
    private AccessDesk desk;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    private AccountList list;

    public List<AccountRow> getRows() {
        return list().accounts().stream().map(AccountRow::new).toList();
    }

    public boolean isNothingFound() {
        return list().accounts().isEmpty();
    }

    public boolean isFilled() {
        return !isNothingFound();
    }

    /** What was searched for. */
    public String getText() {
        String text = request.getParameter("text");
        return text == null ? "" : text.strip();
    }

    public String getCount() {
        return Words.of("access", "count", list().total());
    }

    public boolean isChangeable() {
        return actor.get().mayAnywhere(Permission.MANAGE_ACCOUNTS);
    }

    public String getBefore() {
        return address(Math.max(0, first() - ROWS));
    }

    public String getAfter() {
        return address(first() + ROWS);
    }

    public boolean isMoreBefore() {
        return first() > 0;
    }

    public boolean isMoreAfter() {
        return first() + ROWS < list().total();
    }

    private String address(int first) {
        return "/access/accounts.xhtml?text=" + URLEncoder.encode(getText(), StandardCharsets.UTF_8) + "&first="
                + first;
    }

    private int first() {
        String first = request.getParameter("first");
        return first != null && first.matches("[0-9]{1,6}") ? Integer.parseInt(first) : 0;
    }

    private AccountList list() {
        if (list == null) {
            list = desk.accounts(getText(), first(), ROWS);
        }
        return list;
    }
}
