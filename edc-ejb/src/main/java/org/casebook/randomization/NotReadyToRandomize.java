package org.casebook.randomization;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;

/** The participant's gate is not open; each thing it still waits for is named. */
public class NotReadyToRandomize extends Refusal {

    private static final long serialVersionUID = 1L;

    NotReadyToRandomize(String subject, List<Waiting> waiting) {
        super(
                Kind.CONFLICT,
                "Participant " + subject + " cannot be randomised yet. "
                        + waiting.stream().map(Waiting::sentence).collect(Collectors.joining(" ")));
    }
}
