package org.casebook.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Repository of the rows of attached files. */
@ApplicationScoped
class Attachments {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Attachment attachment) {
        em.persist(attachment);
        em.flush();
    }

    /** All files that an item of a form ever held, the newest first. */
    List<Attachment> ofItem(Scope scope, long formId, String item) {
        return em.createQuery(
                        "select a from Attachment a where a.study = :study and a.formId = :form and a.item = :item"
                                + " order by a.id desc",
                        Attachment.class)
                .setParameter("study", scope.study())
                .setParameter("form", formId)
                .setParameter("item", item)
                .getResultStream()
                .filter(found ->
                        scope.covers(found.scope().study(), found.scope().site()))
                .toList();
    }

    Attachment get(Scope scope, long formId, String item, long id) {
        return ofItem(scope, formId, item).stream()
                .filter(found -> found.toView().id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment", id, scope));
    }

    Optional<Attachment> ofKey(Scope scope, long formId, String key) {
        return em.createQuery(
                        "select a from Attachment a where a.study = :study and a.formId = :form and a.key = :key",
                        Attachment.class)
                .setParameter("study", scope.study())
                .setParameter("form", formId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
