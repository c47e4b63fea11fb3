package org.casebook.it.job;

import com.microsoft.playwright.Page;
import org.casebook.it.Accounts;
import org.casebook.it.Running;

/** Keycloak's password page, to which signatures and locks lead. */
final class Password {
    private Password() {}

    static void type(Page page, String account) {
        page.locator("#password").waitFor();
        if (page.locator("#username:visible").count() > 0) {
            page.fill("#username", account);
        }
        page.fill("#password", Accounts.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(Running.system().url("/")));
    }
}
