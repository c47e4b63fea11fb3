package org.casebook.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * Two participants were noticed to look like one person, do so no more, or somebody decided what they are. Who they are stands in an
 * entry of the study, which no site reads. Of two at one site its trail tells too; of two sites neither does, since it would
 * tell of the other by who acted.
 *
 * @param before how it stood; null when it is new
 * @param reason in the person's words; null where none is due
 */
public record DuplicateTurned(
        String study,
        DuplicateView.Person one,
        DuplicateView.Person two,
        DuplicateState before,
        DuplicateState after,
        String reason)
        implements Fact {

    @Override
    public List<Change> changes() {
        List<Change> lines = new ArrayList<>();
        if (one.site().equals(two.site())) {
            Stream.of(one, two)
                    .forEach(person -> lines.add(Change.of(Scope.of(study, person.site()), action())
                            .withSubject(person.subject())
                            .withValues(name(before), after.name())
                            .withReason(reason)));
        }
        lines.add(Change.of(Scope.of(study), action())
                .withValues(name(before), after + ": " + one.subject() + ", " + two.subject())
                .withReason(reason));
        return lines;
    }

    private String action() {
        return switch (after) {
            case SUSPECTED -> "duplicate-noticed";
            case TAKEN_BACK -> "duplicate-taken-back";
            case SAME, DIFFERENT -> "duplicate-decided";
        };
    }

    private static String name(DuplicateState state) {
        return state == null ? null : state.name();
    }

    @Override
    public String origin() {
        return after == DuplicateState.SUSPECTED || after == DuplicateState.TAKEN_BACK ? "rule" : null;
    }
}
