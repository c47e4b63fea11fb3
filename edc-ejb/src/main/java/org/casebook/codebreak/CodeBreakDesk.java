package org.casebook.codebreak;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.casebook.access.StepUps;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.randomization.Allocation;
import org.casebook.randomization.Treatments;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Breaking the code of one participant in an emergency, and the list of those that were broken. */
@Stateless
public class CodeBreakDesk {

    private static final String ROOM = "codebreak";

    @Inject
    private Participants participants;

    @Inject
    private Treatments treatments;

    @Inject
    private CodeBreaks breaks;

    @Inject
    private Notices notices;

    @Inject
    private StepUps stepUps;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Asks for the password; the code is broken once it was typed.
     *
     * @param reason in the person's words
     * @param adverseEvent whether an adverse event is the cause; null is no answer
     * @return address of the password page
     * @throws Invalid when reason or answer is missing, or the participant is not randomised
     */
    @Allowed(Permission.BREAK_CODE)
    public URI request(Scope scope, String subject, String reason, Boolean adverseEvent) {
        Participant participant = participants.get(scope, subject);
        if (!participant.randomized()) {
            throw new Invalid(Sentence.of(ROOM, "notRandomized", subject));
        }
        String why = Words.needed(reason, Sentence.of(ROOM, "reasonMissing"));
        if (adverseEvent == null) {
            throw new Invalid(Sentence.of(ROOM, "answerMissing"));
        }
        CodeBreakRequest request = new CodeBreakRequest(subject, why, adverseEvent);
        return stepUps.begin(participant.scope(), ConfirmedCodeBreak.PURPOSE, request.text());
    }

    /**
     * The treatment, for whoever broke this code, for a quarter of an hour. Each look is an entry of the trail.
     *
     * @throws NotFound for everybody else
     * @throws Invalid when the time is over
     */
    @Allowed(Permission.BREAK_CODE)
    public BrokenTreatment treatment(Scope scope, long id) {
        CodeBreak broken =
                breaks.find(scope, id).orElseThrow(() -> new NotFound("code break", Long.toString(id), scope));
        CodeBreakView view = broken.toView(CodeBreakView.Notice.WAITING);
        if (!broken.isOf(actor.get())) {
            throw new NotFound("code break", Long.toString(id), scope);
        }
        if (!broken.opensAt(clock.instant())) {
            throw new Invalid(Sentence.of(ROOM, "shownLongEnough", view.subject()));
        }
        Allocation allocation = treatments.of(participants.get(scope, broken.subject()));
        facts.fire(new CodeBreakRead(broken.scope(), broken.subject(), allocation.number()));
        return new BrokenTreatment(
                view.subject(),
                allocation.number(),
                allocation.treatment(),
                view.at(),
                view.at().plus(CodeBreak.SHOWN));
    }

    /** The code breaks within the scope, the newest first. They tell no treatment. */
    @Allowed(Permission.VIEW_CODE_BREAKS)
    public List<CodeBreakView> list(Scope scope) {
        return breaks.list(scope).stream()
                .map(broken -> broken.toView(notices.of(broken)))
                .toList();
    }

    /** To whom the study writes when a code is broken. */
    @Allowed(Permission.MAINTAIN_NOTICES)
    public List<String> recipients(Scope scope) {
        return notices.addresses(scope);
    }

    /**
     * Changes to whom the study writes.
     *
     * @param addresses e-mail addresses, 50 at most
     * @throws Invalid when one of them is none
     */
    @Allowed(Permission.MAINTAIN_NOTICES)
    public List<String> changeRecipients(Scope scope, List<String> addresses) {
        List<String> before = notices.addresses(scope);
        List<String> after = notices.replace(scope, addresses, clock.instant());
        if (!before.equals(after)) {
            facts.fire(new NoticeListChanged(Scope.of(scope.study()), before, after));
        }
        return after;
    }
}
