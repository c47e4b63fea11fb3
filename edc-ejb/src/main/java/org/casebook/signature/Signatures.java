package org.casebook.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;

/** Signatures, those that hold and those that were broken, and the requests that led to them. */
@ApplicationScoped
class Signatures {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Signature signature) {
        em.persist(signature);
    }

    void add(SigningRequest request) {
        em.persist(request);
    }

    SigningRequest request(Scope scope, long id) {
        return Optional.ofNullable(em.find(SigningRequest.class, id))
                .filter(request -> scope.equals(request.scope()))
                .orElseThrow(() -> new NotFound("signing request", id, scope));
    }

    /** All of a form, the latest first. */
    List<Signature> ofForm(Scope scope, long formId) {
        return within(scope, "s.formId = :form order by s.id desc")
                .setParameter("form", formId)
                .getResultList();
    }

    /**
     * The latest of a form, whether it holds or not. Asked while a form is being written, so it writes nothing yet; and by
     * each save, so the query has no limit of rows, which would have it prepared anew each time.
     */
    Optional<Signature> latest(Scope scope, long formId) {
        return within(scope, "s.id = (select max(l.id) from Signature l where l.formId = :form)")
                .setParameter("form", formId)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    /** Those made by one request, in the order of their forms. */
    List<Signature> ofRequest(Scope scope, long request) {
        return within(scope, "s.requestId = :request order by s.id")
                .setParameter("request", request)
                .getResultList();
    }

    /** All of a participant, by form, the latest first. */
    List<Signature> ofSubject(Scope scope, String subject) {
        return within(scope, "s.subject = :subject order by s.formId, s.id desc")
                .setParameter("subject", subject)
                .getResultList();
    }

    /** All of the place, by form, the latest first. */
    List<Signature> list(Scope scope) {
        return within(scope, "true = true order by s.formId, s.id desc").getResultList();
    }

    private TypedQuery<Signature> within(Scope scope, String rest) {
        String site = scope.wholeStudy() ? "" : " and s.site = :site";
        TypedQuery<Signature> query = em.createQuery(
                        "select s from Signature s where s.study = :study" + site + " and " + rest, Signature.class)
                .setParameter("study", scope.study());
        return scope.wholeStudy() ? query : query.setParameter("site", scope.site());
    }
}
