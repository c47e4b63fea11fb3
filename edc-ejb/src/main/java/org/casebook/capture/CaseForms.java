package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.casebook.blinding.Blinding;
import org.casebook.capture.FormState.State;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.whereabouts.Whereabouts;

/** Repository of case forms and of the answers given to entries. */
@ApplicationScoped
class CaseForms {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final int LONGEST_KEY = 64;

    /** Typed by the column beside it, so that a scope without site needs no query of its own. */
    private static final String WITHIN = "f.study = :study and f.site = coalesce(:site, f.site)";

    static final String ONE = "select f from CaseForm f where " + WITHIN + " and f.id = :id";

    /** A query of its own name, since a lock that is set on a query, or by its lockMode, has it prepared anew each time. */
    static final String HELD = "CaseForm.held";

    static final String LOCK = "eclipselink.pessimistic-lock";

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private Blinding blinding;

    @Inject
    private Whereabouts whereabouts;

    /**
     * The form, when whoever asks may know that it is there, held until the transaction ends: two saves of one form wait for each
     * other and none is lost.
     */
    CaseForm hold(Scope scope, long id) {
        CaseForm form = reach(scope, id);
        if (blinding.seenBy(form.scope()).hidesEvent(form.seat().event())) {
            throw new NotFound("form", id, scope);
        }
        return form;
    }

    /** As {@link #hold}, seen or not: for what reaches every form, as a lock does, and for what a change entails elsewhere. */
    CaseForm reach(Scope scope, long id) {
        return em.createNamedQuery(HELD, CaseForm.class)
                .setParameter("study", scope.study())
                .setParameter("site", scope.site())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> missing(scope, id));
    }

    /** The form, to look at, when whoever asks may know that it is there. */
    CaseForm get(Scope scope, long id) {
        // read to its end before others are asked: outside a transaction what they look up would close it
        return within(scope, "f.id = :id").setParameter("id", id).getResultList().stream()
                .filter(form ->
                        !blinding.seenBy(form.scope()).hidesEvent(form.seat().event()))
                .findFirst()
                .orElseThrow(() -> missing(scope, id));
    }

    /** That there is no such form; the site where it was begun is told that its participant left. */
    private NotFound missing(Scope scope, long id) {
        within(Scope.of(scope.study()), "f.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .map(CaseForm::toState)
                .filter(form -> !blinding.seenBy(scope).hidesEvent(form.event()))
                .forEach(form -> whereabouts.requireNotLeft(scope, form.subject(), form.createdAt()));
        return new NotFound("form", id, scope);
    }

    /** The form that stands at this event, void ones aside. */
    Optional<CaseForm> find(Scope scope, CaseForm.Seat seat) {
        return within(
                        scope,
                        "f.subject = :subject and f.form = :form and f.event = :event and f.row is null and f.state <> :void")
                .setParameter("subject", seat.subject())
                .setParameter("form", seat.form())
                .setParameter("event", seat.event())
                .setParameter("void", State.VOID)
                .getResultStream()
                .findFirst();
    }

    /**
     * Every form of the participant, void ones too, oldest first; as this transaction has changed them, since criteria and
     * rules of other forms are judged by what was just entered.
     */
    List<CaseForm> ofSubject(Scope scope, String subject) {
        return within(scope, "f.subject = :subject order by f.id")
                .setParameter("subject", subject)
                .getResultList();
    }

    /** Every form in the scope, void ones too, by participant and then oldest first. */
    List<CaseForm> list(Scope scope) {
        return within(scope, "f.id > 0 order by f.subject, f.id").getResultList();
    }

    /**
     * Those of these forms in the scope, void ones too, by participant and then oldest first.
     *
     * @param subjects only those of these participants; null: of all
     */
    List<CaseForm> list(Scope scope, Set<String> of, Set<String> subjects) {
        if (of.isEmpty() || subjects != null && subjects.isEmpty()) {
            return List.of();
        }
        String some = subjects == null ? "" : " and f.subject in :subjects";
        TypedQuery<CaseForm> query = within(scope, "f.form in :forms" + some + " order by f.subject, f.id")
                .setParameter("forms", of);
        return (subjects == null ? query : query.setParameter("subjects", subjects)).getResultList();
    }

    /** Those with these ids in the scope, void ones too, by participant and then oldest first. */
    List<CaseForm> some(Scope scope, Set<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : within(scope, "f.id in :ids order by f.subject, f.id")
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The rows of a form, wherever they stand, void ones too, in order. */
    List<CaseForm> rows(Scope scope, String subject, String form) {
        return within(scope, "f.subject = :subject and f.form = :form and f.row is not null order by f.row, f.id")
                .setParameter("subject", subject)
                .setParameter("form", form)
                .getResultList();
    }

    /**
     * The rows at one place, void ones too, in order.
     *
     * @param event OID of the visit; null for the rows of a log
     */
    List<CaseForm> rows(Scope scope, String subject, String event, String form) {
        return rows(scope, subject, form).stream()
                .filter(row -> Objects.equals(row.seat().event(), event))
                .toList();
    }

    /** The highest row number at one place, void rows too; 0 when it has none. */
    int lastRow(Scope scope, String subject, String event, String form) {
        return rows(scope, subject, event, form).stream()
                .mapToInt(row -> row.seat().row())
                .max()
                .orElse(0);
    }

    /**
     * Whoever is about to begin a form of this participant comes one after the other. To be held before any form and before the
     * participant, so that nobody waits in a circle.
     */
    void claim(Scope scope, String subject) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "new form of " + subject + " in " + scope.study())
                .getResultList();
    }

    void add(CaseForm form) {
        em.persist(form);
    }

    /**
     * The answer given to this very entry before, since a page that did not hear it sends its entry again under the same
     * key; the form must be held, so that two of the same key cannot pass.
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

    /**
     * A request that is no entry.
     *
     * @param key 1 to 64 characters
     * @param what the act and where, in one text
     */
    record Act(String study, String key, String person, String what) {

        Act {
            if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
                throw new Invalid(Sentence.of("capture", "noKey"));
            }
        }
    }

    /**
     * The form that this very request was about before; what it acts on must be held, so that two of the same key cannot pass.
     *
     * @throws KeyWasUsed when the key came with another act, or from another person
     */
    Optional<Long> answer(Act act) {
        List<?> found = em.createNativeQuery(
                        "select form_id, act, person from edc.form_request where study = ?1 and request_key = ?2")
                .setParameter(1, act.study())
                .setParameter(2, act.key())
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] before = (Object[]) found.get(0);
        if (!act.what().equals(before[1]) || !act.person().equals(before[2])) {
            throw new KeyWasUsed(act.what());
        }
        return Optional.of(((Number) before[0]).longValue());
    }

    void remember(Act act, long formId, Instant at) {
        em.createNativeQuery("insert into edc.form_request (study, request_key, person, act, form_id, at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, act.study())
                .setParameter(2, act.key())
                .setParameter(3, act.person())
                .setParameter(4, act.what())
                .setParameter(5, formId)
                .setParameter(6, Timestamp.from(at))
                .executeUpdate();
    }

    private TypedQuery<CaseForm> within(Scope scope, String rest) {
        return em.createQuery("select f from CaseForm f where " + WITHIN + " and " + rest, CaseForm.class)
                .setParameter("study", scope.study())
                .setParameter("site", scope.site());
    }
}
