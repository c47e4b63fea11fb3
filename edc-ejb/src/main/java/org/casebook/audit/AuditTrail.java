package org.casebook.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/**
 * Reads the trail. There is no way to write to it but to do something. What its reader must not see of the data is not in it
 * for him, nor counted.
 */
@Stateless
public class AuditTrail {

    @Inject
    private AuditEntries entries;

    /** Every entry about one item of one form, oldest first (EMA 2023 6.2.1: visible at data point level). */
    @Allowed(Permission.VIEW_AUDIT)
    public List<AuditLine> history(Scope scope, long formId, String item) {
        return entries.ofItem(scope, formId, item).stream()
                .map(AuditEntry::toLine)
                .toList();
    }

    /** A page of the trail, newest first. */
    @Allowed(Permission.VIEW_AUDIT)
    public List<AuditLine> lines(Scope scope, TrailFilter filter) {
        return entries.page(scope, filter).stream().map(AuditEntry::toLine).toList();
    }

    @Allowed(Permission.VIEW_AUDIT)
    public long count(Scope scope, TrailFilter filter) {
        return entries.count(scope, filter);
    }
}
