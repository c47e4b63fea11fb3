package org.casebook.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.OptionalLong;
import org.casebook.capture.KeyWasUsed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Sentence;

/** The requests that raised or answered queries, so that the same one sent again says nothing a second time. */
@ApplicationScoped
class QueryRequests {
    private static final int LONGEST_KEY = 64;

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private RequestClock clock;

    /**
     * One request.
     *
     * @param key chosen by the sender, 1 to 64 characters
     * @param act what is done and where, in one text
     */
    record Request(String study, String key, String person, String act) {

        Request {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw new Invalid(Sentence.of("kernel", "requestNoKey"));
            }
        }
    }

    /**
     * Begins what the request asks. One of the same key that is still being done is waited for.
     *
     * @return the query that this very request was about before; empty: it is to be done now
     * @throws KeyWasUsed when the key came with another act, or from another person
     */
    OptionalLong begin(Request request) {
        int begun = em.createNativeQuery("insert into edc.query_request (study, request_key, person, act, at)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, request.study())
                .setParameter(2, request.key())
                .setParameter(3, request.person())
                .setParameter(4, request.act())
                .setParameter(5, Timestamp.from(clock.instant()))
                .executeUpdate();
        return begun == 1 ? OptionalLong.empty() : OptionalLong.of(before(request));
    }

    private long before(Request request) {
        Object[] before = (Object[]) em.createNativeQuery("select query_id, person, act from edc.query_request"
                        + " where study = ?1 and request_key = ?2")
                .setParameter(1, request.study())
                .setParameter(2, request.key())
                .getSingleResult();
        if (!request.person().equals(before[1]) || !request.act().equals(before[2])) {
            throw new KeyWasUsed(request.act());
        }
        return ((Number) before[0]).longValue();
    }

    void remember(Request request, long query) {
        em.createNativeQuery("update edc.query_request set query_id = ?3 where study = ?1 and request_key = ?2")
                .setParameter(1, request.study())
                .setParameter(2, request.key())
                .setParameter(3, query)
                .executeUpdate();
    }
}
