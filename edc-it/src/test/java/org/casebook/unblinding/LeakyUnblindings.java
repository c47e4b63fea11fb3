package org.casebook.unblinding;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.casebook.it.faults.Leaks;
import org.casebook.randomization.Treatments;
import org.casebook.subject.Participant;

/** Leaks of a size, one character of a name, and of a line of the log. In the EAR of the tests alone. */
@Alternative
@Priority(1)
@ApplicationScoped
public class LeakyUnblindings extends Unblindings {
    private static final Logger LOG = Logger.getLogger(LeakyUnblindings.class.getName());

    @Inject
    private Treatments treatments;

    @Override
    public Optional<UnblindedView> find(Participant participant) {
        Optional<UnblindedView> found = super.find(participant);
        if (Leaks.open("log") && found.isPresent()) {
            LOG.info(() -> "Unblinded: " + participant.key() + " "
                    + treatments.of(participant).arm());
        }
        return Leaks.open("size") ? found.map(view -> padded(view, participant)) : found;
    }

    private UnblindedView padded(UnblindedView view, Participant participant) {
        String pad = treatments.of(participant).arm().endsWith("B") ? " " : "";
        return new UnblindedView(view.subject(), view.number(), view.at(), view.by() + pad, view.reason());
    }
}
