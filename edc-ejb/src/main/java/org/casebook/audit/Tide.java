package org.casebook.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Tells whether a study has stood still since a moment. Everything that changes is told in the trail, by the transaction that
 * changes it; so a study stood still when every entry of the trail that is there now could be seen then too. Ids and times
 * would not do: what was begun earlier may be there later.
 */
@ApplicationScoped
public class Tide {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /**
     * Marks the present moment; to be taken before anything is read, in a transaction that has changed nothing itself.
     *
     * @return which transactions can be seen now (PostgreSQL's {@code pg_snapshot})
     */
    public String mark() {
        return (String) em.createNativeQuery("select cast(pg_current_snapshot() as text)")
                .getSingleResult();
    }

    /**
     * Whether nothing of the study has changed since the mark.
     *
     * @param study key of the study
     * @param mark as {@link #mark} told it
     */
    public boolean isStill(String study, String mark) {
        return em.createNativeQuery("""
                        select 1 from edc.audit_entry
                         where study = ?1 and xid >= pg_snapshot_xmin(cast(?2 as pg_snapshot))
                           and not pg_visible_in_snapshot(xid, cast(?2 as pg_snapshot))
                         limit 1
                        """)
                .setParameter(1, study)
                .setParameter(2, mark)
                .getResultList()
                .isEmpty();
    }
}
