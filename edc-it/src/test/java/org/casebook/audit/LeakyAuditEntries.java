package org.casebook.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.casebook.it.faults.Leaks;
import org.casebook.kernel.Scope;

/** A leak of a count: how many entries there are tells of those that are not shown. In the EAR of the tests alone. */
@Alternative
@Priority(1)
@ApplicationScoped
public class LeakyAuditEntries extends AuditEntries {
    @PersistenceContext(unitName = "casebook")
    private EntityManager every;

    @Override
    long count(Scope scope, TrailFilter filter) {
        if (!Leaks.open("count") || filter.subject() == null) {
            return super.count(scope, filter);
        }
        return every.createQuery(
                        "select count(e) from AuditEntry e where e.study = :study and e.subject = :subject", Long.class)
                .setParameter("study", scope.study())
                .setParameter("subject", filter.subject())
                .getSingleResult();
    }
}
