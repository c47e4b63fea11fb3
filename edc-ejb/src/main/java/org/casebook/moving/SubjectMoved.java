package org.casebook.moving;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;
import org.casebook.whereabouts.MoveLine;

/** A participant went from one site to another; told to both, each an entry of its own trail. */
public record SubjectMoved(Scope study, MoveLine move) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(
                line(move.from(), "subject-left", move.from(), move.to() + ", " + move.on()),
                line(move.to(), "subject-arrived", move.from(), move.to() + ", " + move.on()));
    }

    private Change line(String site, String action, String before, String after) {
        return Change.of(Scope.of(study.study(), site), action)
                .withSubject(move.subject())
                .withValues(before, after)
                .withReason(move.reason());
    }
}
