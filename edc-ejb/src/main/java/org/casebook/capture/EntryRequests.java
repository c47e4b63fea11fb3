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

    /**
     * The answer given to this very entry before; the form must be held, so that two of the same key cannot pass.
     *
     * @throws KeyWasUsed when the key came with another entry, or from another person
     */
    Optional<Saved> answer(long formId, Entry entry, String person) {
        List<?> answers = em.createNativeQuery(
                        "select answer, entry_sha256 from edc.entry_request where form_id = ?1 and request_key = ?2")
                .setParameter(1, formId)
                .setParameter(2, entry.key())
                .getResultList();
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        Object[] answered = (Object[]) answers.get(0);
        if (!entry.fingerprint(person).equals(answered[1])) {
            throw new KeyWasUsed(entry.item());
        }
        return Optional.of(JSON.fromJson((String) answered[0], Saved.class));
    }

    void remember(long formId, Entry entry, String person, Saved answer, Instant at) {
        em.createNativeQuery("insert into edc.entry_request (form_id, request_key, entry_sha256, answer, at)"
                        + " values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, formId)
                .setParameter(2, entry.key())
                .setParameter(3, entry.fingerprint(person))
                .setParameter(4, JSON.toJson(answer))
                .setParameter(5, Timestamp.from(at))
                .executeUpdate();
    }
}
