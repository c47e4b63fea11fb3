package org.casebook.subject;

import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * The consent date in the participant's gate changed.
 *
 * @param before null when there was none
 * @param after null when it was taken away
 */
public record ConsentRecorded(Scope scope, String subject, LocalDate before, LocalDate after) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "consent-recorded").withSubject(subject).withValues(text(before), text(after)));
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
