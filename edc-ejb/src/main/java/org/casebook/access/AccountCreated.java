package org.casebook.access;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/** An account was made; it holds no grant yet. */
public record AccountCreated(AccountDraft account) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(null, "account-created")
                .withValues(
                        null,
                        account.username() + ": " + account.givenName() + " " + account.familyName() + ", "
                                + account.organisation()));
    }
}
