package org.casebook.codebreak;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Breaks a participant's code once the password was typed again. */
@Dependent
public class ConfirmedCodeBreak implements ConfirmedAct {

    static final String PURPOSE = "break-code";

    @Inject
    private Participants participants;

    @Inject
    private CodeBreaks breaks;

    @Inject
    private Notices notices;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Permission right() {
        return Permission.BREAK_CODE;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        CodeBreakRequest request = CodeBreakRequest.parse(payload);
        Participant participant = participants.get(place, request.subject());
        CodeBreak broken = new CodeBreak(participant, request, actor.get(), clock.instant());
        breaks.add(broken);
        int recipients = notices.send(broken, broken.toView(CodeBreakView.Notice.WAITING));
        facts.fire(new CodeBroken(
                participant.scope(), participant.key(), request.adverseEvent(), recipients, request.reason()));
        return "/codebreak/treatment.xhtml?study=" + encoded(place.study()) + "&site=" + encoded(participant.site())
                + "&subject=" + encoded(participant.key()) + "&break=" + broken.id();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
