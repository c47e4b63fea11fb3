package org.casebook.subject;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.casebook.it.faults.Leaks;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Treatments;

/** A leak of an order: participants come by arm. In the EAR of the tests alone. */
@Alternative
@Priority(1)
@ApplicationScoped
public class LeakyParticipants extends Participants {
    @Inject
    private Treatments treatments;

    @Override
    public List<Participant> list(Scope scope) {
        List<Participant> all = super.list(scope);
        return Leaks.open("order")
                ? all.stream().sorted(Comparator.comparing(this::arm)).toList()
                : all;
    }

    private String arm(Participant participant) {
        return participant.randomized() ? treatments.of(participant).arm() : "";
    }
}
