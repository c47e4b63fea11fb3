package org.casebook.signature;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.audit.Incidents;
import org.casebook.capture.FormState;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participants;

/** Signs what a request described, once the password was typed again, and only if nothing differs from it. */
@Dependent
public class ConfirmedSigning implements ConfirmedAct {

    static final String PURPOSE = "sign-forms";

    @Inject
    private Signatures signatures;

    @Inject
    private SigningDesk desk;

    @Inject
    private Participants participants;

    @Inject
    private Incidents incidents;

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
        return Permission.SIGN;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        try {
            SigningRequest request = signatures.request(place, Long.parseLong(payload));
            request.use(actor.get());
            request.forms().forEach(shown -> sign(request, shown));
            return "/signature/sign.xhtml?study=" + text(place.study()) + "&site=" + text(place.site()) + "&signed="
                    + request.id();
        } catch (Refusal refusal) {
            incidents.record(Change.of(place, "signing-refused").withReason(refusal.getMessage()));
            throw refusal;
        }
    }

    private static String text(String parameter) {
        return parameter == null ? "" : URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private void sign(SigningRequest request, SigningRequest.Shown shown) {
        Actor signer = actor.get();
        FormState form = desk.unchanged(request, shown);
        Signature signature = new Signature(request, form, shown.sha256(), signer, clock.instant());
        signatures.add(signature);
        facts.fire(new FormSigned(form.scope(), form.subject(), SignatureKeeper.place(form.place()), signature.view()));
        if (desk.isEligibility(form)) {
            participants.eligibilitySigned(form.scope(), form.subject(), signer.fullName(), clock.instant());
        }
    }
}
