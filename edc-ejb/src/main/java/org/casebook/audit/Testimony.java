package org.casebook.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Scope;

/** Whole kinds of entries for later rooms that work something out again. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Testimony {

    @Inject
    private AuditEntries entries;

    /**
     * Every entry of an action within the scope, oldest first.
     *
     * @param action kebab-case verb, see {@link org.casebook.kernel.Change}
     */
    public List<AuditLine> of(Scope scope, String action) {
        return entries.ofAction(scope, action).stream().map(AuditEntry::toLine).toList();
    }

    /**
     * Every entry about a participant within the scope, oldest first; without what whoever asks must not see.
     *
     * @param scope a site that a participant left keeps the entries that were made there
     */
    public List<AuditLine> about(Scope scope, String subject) {
        return entries.ofSubject(scope, subject).stream()
                .map(AuditEntry::toLine)
                .toList();
    }
}
