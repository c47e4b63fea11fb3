package org.casebook.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a study has stood still since a moment. Everything that changes is told in the trail, by the transaction that
 * changes it; so a study stood still when every entry of the trail that is there now could be seen then too. Ids and times
 * would not do: what was begun earlier may be there later.
 */
@ApplicationScoped
public class Tide {

    @Inject
    private AuditEntries entries;

    /**
     * Marks the present moment; to be taken before anything is read, in a transaction that has changed nothing itself.
     *
     * @return which transactions can be seen now (PostgreSQL's {@code pg_snapshot})
     */
    public String mark() {
        return entries.seenNow();
    }

    /**
     * Whose data in the study have changed since the mark.
     *
     * @param study key of the study
     * @param mark as {@link #mark} told it
     * @param most how many participants at most
     * @return screening numbers; none where the study stood still; empty where something changed that belongs to no
     *     participant, or to more than so many
     */
    public Optional<Set<String>> changed(String study, String mark, int most) {
        List<String> subjects = entries.subjectsUnseenIn(study, mark, most + 1);
        return subjects.size() > most || subjects.contains(null) ? Optional.empty() : Optional.of(Set.copyOf(subjects));
    }
}
