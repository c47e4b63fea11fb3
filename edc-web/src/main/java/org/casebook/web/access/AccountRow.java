package org.casebook.web.access;

import java.util.List;
import org.casebook.access.AccountView;

/** An account as the pages draw it. */
public record AccountRow(AccountView account) {

    /** Key of its state. */
    public String state() {
        return account.enabled() ? "ENABLED" : "DISABLED";
    }

    public List<GrantLine> grants() {
        return account.grants().stream().map(GrantLine::new).toList();
    }

    public boolean withoutGrants() {
        return account.grants().isEmpty();
    }

    public String address() {
        return "/access/account.xhtml?id=" + account.id();
    }
}
