package org.casebook.disclosure;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.casebook.access.StepUps;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/** Making the treatments of a locked study known, and reading them from then on. */
@Stateless
public class StudyUnblindingDesk {

    @Inject
    private Disclosure disclosure;

    @Inject
    private StepUps stepUps;

    @Inject
    private Event<Fact> facts;

    /** How it stands; tells no treatment. */
    @Allowed(Permission.VIEW_TREATMENTS)
    public StudyUnblindingView state(Scope scope) {
        return disclosure.state(scope);
    }

    /**
     * Asks for the password; the treatments are known once it was typed.
     *
     * @param study the whole study
     * @param reason why now, never blank; kept
     * @return address of the password page
     * @throws Invalid while the study is not locked, when it was done already, or without a reason
     */
    @Allowed(Permission.UNBLIND_STUDY)
    public URI request(Scope study, String reason) {
        return stepUps.begin(study, ConfirmedStudyUnblinding.PURPOSE, disclosure.settle(study, reason));
    }

    /**
     * What each randomised participant of the place received, by screening number. Each look is an entry of the trail.
     *
     * @throws Invalid before the study was unblinded
     */
    @Allowed(Permission.VIEW_TREATMENTS)
    public List<TreatmentLine> treatments(Scope scope) {
        List<TreatmentLine> lines = disclosure.treatments(scope);
        facts.fire(new TreatmentsRead(scope, lines.size()));
        return lines;
    }
}
