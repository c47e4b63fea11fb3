package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries answered before. A page that did not hear the answer sends its entry again under the same key. */
@ApplicationScoped
class EntryRequests {

    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    /** The answer given to this key before; the form must be held, so that two of the same key cannot pass. */
    Optional<Saved> answer(long formId, String key) {
        List<?> answers = em.createNativeQuery(
                        "select answer from edc.entry_request where form_id = ?1 and request_key = ?2")
                .setParameter(1, formId)
                .setParameter(2, key)
                .getResultList();
        return answers.stream()
                .map(text -> JSON.fromJson((String) text, Saved.class))
                .findFirst();
    }

    void remember(long formId, String key, Saved answer, Instant at) {
        em.createNativeQuery("insert into edc.entry_request (form_id, request_key, answer, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, formId)
                .setParameter(2, key)
                .setParameter(3, JSON.toJson(answer))
                .setParameter(4, Timestamp.from(at))
                .executeUpdate();
    }
}
