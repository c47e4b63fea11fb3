package org.casebook.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebook.concealment.AllocationKey;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/**
 * Repository of marks: one of each participant, made of what tells the person by a key that the database does not hold. A mark
 * begins with a print of its key, so that those of an earlier key are known.
 */
@ApplicationScoped
class PersonMarks {

    private static final String PURPOSE = "person mark";
    private static final int PRINT_LENGTH = 8;

    @PersistenceContext(unitName = "casebook")
    private EntityManager em;

    @Inject
    private AllocationKey key;

    /** Lets nobody else compare participants of the study until the transaction ends, so that of two at once one sees the other. */
    void hold(String study) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "person marks of " + study)
                .getSingleResult();
    }

    /** The mark of what tells a person; no two studies have the same for one. */
    String markOf(String study, String traits) {
        return print() + hex(key.mark(PURPOSE, study + "\n" + traits));
    }

    private String print() {
        return hex(key.mark(PURPOSE, "print")).substring(0, PRINT_LENGTH) + ":";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A participant who has no mark yet. */
    void begin(Scope place, String subject) {
        em.createNativeQuery("insert into edc.person_mark (study, site, subject_key) values (?1, ?2, ?3)"
                        + " on conflict (study, subject_key) do nothing")
                .setParameter(1, place.study())
                .setParameter(2, place.site())
                .setParameter(3, subject)
                .executeUpdate();
    }

    /**
     * Keeps the mark.
     *
     * @return whether it is another one than before
     */
    boolean keep(Participant person, Optional<String> mark) {
        begin(person.scope(), person.key());
        String before = (String) em.createNativeQuery(
                        "select coalesce(mark, '') from edc.person_mark where study = ?1 and subject_key = ?2")
                .setParameter(1, person.study())
                .setParameter(2, person.key())
                .getSingleResult();
        String after = mark.orElse("");
        if (Objects.equals(before, after)) {
            return false;
        }
        em.createNativeQuery("update edc.person_mark set mark = nullif(?3, '') where study = ?1 and subject_key = ?2")
                .setParameter(1, person.study())
                .setParameter(2, person.key())
                .setParameter(3, after)
                .executeUpdate();
        return true;
    }

    /** Screening numbers of the others in the study who have this mark. */
    @SuppressWarnings("unchecked")
    List<String> others(Participant person, String mark) {
        return em.createNativeQuery("select subject_key from edc.person_mark"
                        + " where study = ?1 and mark = ?2 and subject_key <> ?3 order by subject_key")
                .setParameter(1, person.study())
                .setParameter(2, mark)
                .setParameter(3, person.key())
                .getResultList();
    }

    /** Who came before marks were kept, or has one of another key. */
    @SuppressWarnings("unchecked")
    List<String> missing(String study) {
        return em.createNativeQuery("select s.subject_key from edc.subject s"
                        + " left join edc.person_mark m on m.study = s.study and m.subject_key = s.subject_key"
                        + " where s.study = ?1 and (m.subject_key is null or left(m.mark, ?3) <> ?2)"
                        + " order by s.subject_key")
                .setParameter(1, study)
                .setParameter(2, print())
                .setParameter(3, PRINT_LENGTH + 1)
                .getResultList();
    }
}
