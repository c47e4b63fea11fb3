package org.casebook.whereabouts;

import org.casebook.kernel.NotFound;
import org.casebook.kernel.Sentence;

/** What is his is at another site since; whoever worked with it here is told when he left and whom to ask. */
public class HasLeft extends NotFound {

    private static final long serialVersionUID = 1L;

    HasLeft(MoveLine line) {
        super(Sentence.of("whereabouts", "hasLeft", line.subject(), line.from(), line.to(), line.on()));
    }
}
