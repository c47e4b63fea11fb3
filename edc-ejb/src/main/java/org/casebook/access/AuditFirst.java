package org.casebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Sends what was told to the database before Keycloak is asked: what cannot be audited is not done. */
@ApplicationScoped
class AuditFirst {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void write() {
        em.flush();
    }
}
