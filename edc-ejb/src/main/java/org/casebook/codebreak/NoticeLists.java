package org.casebook.codebreak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.casebook.kernel.Scope;

/** Repository of the studies' lists of addresses. */
@ApplicationScoped
class NoticeLists {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    Optional<NoticeList> find(Scope study) {
        return Optional.ofNullable(em.find(NoticeList.class, study.study()));
    }

    NoticeList get(Scope study) {
        return find(study).orElseGet(() -> {
            NoticeList list = new NoticeList(study.study());
            em.persist(list);
            return list;
        });
    }
}
