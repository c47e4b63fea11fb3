package org.casebook.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Scope;

/** Repository of re-screenings: whoever is screened again has a new number, which leads to the earlier one. */
@ApplicationScoped
class Rescreenings {

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    void add(Scope place, String subject, String earlier) {
        em.createNativeQuery(
                        "insert into edc.rescreening (study, site, subject_key, earlier_key) values (?1, ?2, ?3, ?4)")
                .setParameter(1, place.study())
                .setParameter(2, place.site())
                .setParameter(3, subject)
                .setParameter(4, earlier)
                .executeUpdate();
    }

    /** The earlier number by the later one, within the scope. */
    Map<String, String> list(Scope scope) {
        String place = scope.wholeStudy() ? "" : " and site = ?2";
        var query = em.createNativeQuery("select subject_key, earlier_key from edc.rescreening where study = ?1" + place
                        + " order by subject_key")
                .setParameter(1, scope.study());
        List<?> rows = (scope.wholeStudy() ? query : query.setParameter(2, scope.site())).getResultList();
        Map<String, String> earlier = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            earlier.put((String) columns[0], (String) columns[1]);
        }
        return earlier;
    }
}
