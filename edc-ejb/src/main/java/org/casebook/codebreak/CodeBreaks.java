package org.casebook.codebreak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** Repository of code breaks. */
@ApplicationScoped
class CodeBreaks {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(CodeBreak broken) {
        em.persist(broken);
        em.flush();
    }

    /** The newest first. */
    List<CodeBreak> list(Scope scope) {
        return em.createQuery(
                        "select c from CodeBreak c where c.study = :study order by c.at desc, c.id desc",
                        CodeBreak.class)
                .setParameter("study", scope.study())
                .getResultStream()
                .filter(found ->
                        scope.covers(found.scope().study(), found.scope().site()))
                .toList();
    }

    Optional<CodeBreak> find(Scope scope, long id) {
        return Optional.ofNullable(em.find(CodeBreak.class, id))
                .filter(found ->
                        scope.covers(found.scope().study(), found.scope().site()));
    }
}
