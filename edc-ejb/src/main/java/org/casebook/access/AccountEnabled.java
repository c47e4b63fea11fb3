package org.casebook.access;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;

/**
 * A person can sign in again, or no longer.
 *
 * @param enabled how it is now
 */
public record AccountEnabled(String username, boolean enabled, String reason) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(null, enabled ? "account-enabled" : "account-disabled")
                .withValues(enabled ? null : username, enabled ? username : null)
                .withReason(reason));
    }
}
