package org.casebook.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebook.kernel.Scope;

/** Repository of the trail: append and read, nothing else. */
@ApplicationScoped
class AuditEntries {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void append(AuditEntry entry) {
        em.persist(entry);
    }

    List<AuditEntry> ofItem(Scope scope, long formId, String item) {
        Map<String, Object> wanted = within(scope);
        wanted.put("formId", formId);
        wanted.put("item", item);
        return query("e", wanted, " order by e.id", AuditEntry.class).getResultList();
    }

    List<AuditEntry> page(Scope scope, TrailFilter filter) {
        return query("e", wanted(scope, filter), " order by e.id desc", AuditEntry.class)
                .setFirstResult(filter.first())
                .setMaxResults(filter.size())
                .getResultList();
    }

    long count(Scope scope, TrailFilter filter) {
        return query("count(e)", wanted(scope, filter), "", Long.class).getSingleResult();
    }

    private static Map<String, Object> wanted(Scope scope, TrailFilter filter) {
        Map<String, Object> wanted = within(scope);
        wanted.put("subject", filter.subject());
        wanted.put("username", filter.username());
        wanted.put("action", filter.action());
        return wanted;
    }

    private static Map<String, Object> within(Scope scope) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("study", scope.study());
        wanted.put("site", scope.site());
        return wanted;
    }

    /** A null means any: it is left out, since PostgreSQL cannot tell the type of an untyped null. */
    private <T> TypedQuery<T> query(String what, Map<String, Object> wanted, String tail, Class<T> type) {
        wanted.values().removeIf(Objects::isNull);
        String where = wanted.keySet().stream()
                .map(field -> "e." + field + " = :" + field)
                .collect(Collectors.joining(" and "));
        TypedQuery<T> query = em.createQuery("select " + what + " from AuditEntry e where " + where + tail, type);
        wanted.forEach(query::setParameter);
        return query;
    }
}
