package org.casebook.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import org.casebook.audit.Incidents;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Language;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.keycloak.Proof;
import org.casebook.keycloak.StepUp;
import org.casebook.keycloak.StepUpFailed;

/**
 * Asks the signed-in person for the password again and then lets the act go on (21 CFR 11.200(a)).
 *
 * <p>{@link #begin} stores what is to be done and says where the browser goes; {@link #complete} checks the way back,
 * spends the confirmation whatever comes of it, and carries the act out.
 */
@Stateless
public class StepUps {

    @Inject
    private Realm realm;

    @Inject
    private PasswordsAsked asked;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private CurrentActor actor;

    @Inject
    private Incidents incidents;

    /**
     * Remembers an act and asks for the password.
     *
     * @param place where the act belongs
     * @param purpose of a {@link ConfirmedAct}
     * @param payload handed to the act unchanged
     * @return address of the password page, to be opened by the browser within a minute
     * @throws PasswordNotConfirmed when Keycloak does not answer
     */
    @Allowed(Permission.USE)
    public URI begin(Scope place, String purpose, String payload) {
        acts.require(purpose);
        Actor person = actor.get();
        try {
            StepUp.Asked request =
                    realm.stepUp().ask(person.username(), Language.ofReader().tag());
            asked.remember(new PasswordAsked(request.challenge(), person.id(), place, purpose, payload));
            return request.address();
        } catch (StepUpFailed e) {
            throw new PasswordNotConfirmed(e.reason());
        }
    }

    /**
     * Checks the way back from the password page and carries out what was asked for.
     *
     * @param state the callback's {@code state} parameter
     * @param query the whole query string of the callback
     * @return page to show now, a local path
     * @throws PasswordNotConfirmed when the confirmation may not be relied on
     * @throws org.casebook.kernel.NotAllowed when the person's right to the act was taken since the password was asked for
     * @throws OtherPersonSignedIn when somebody else typed a password; that Keycloak session has been ended and the
     *     caller must end the application's session too
     */
    @Allowed(Permission.USE)
    public String complete(String state, String query) {
        Actor person = actor.get();
        PasswordAsked request = asked.take(state, person.id()).orElseThrow(() -> {
            incidents.record(Change.of(null, "step-up-failed").withReason("nothing waits for this confirmation"));
            return new PasswordNotConfirmed(StepUpFailed.Cause.USED);
        });
        Proof proof = confirmed(request, query);
        return acts.carryOut(request.purpose(), request.place(), request.payload(), proof.authenticatedAt());
    }

    private Proof confirmed(PasswordAsked request, String query) {
        try {
            Proof proof = realm.stepUp()
                    .check(request.challenge(), request.person(), asked.lastUsed(request.person()), query);
            if (!asked.use(proof.person(), proof.authenticatedAt())) {
                throw refusal(request, StepUpFailed.Cause.USED, "used by a request at the same time");
            }
            return proof;
        } catch (StepUpFailed e) {
            throw refusal(request, e.reason(), e.getMessage());
        }
    }

    private PasswordNotConfirmed refusal(PasswordAsked request, StepUpFailed.Cause cause, String detail) {
        incidents.record(Change.of(request.place(), "step-up-failed")
                .withValues(null, request.purpose())
                .withReason(detail));
        return cause == StepUpFailed.Cause.OTHER_PERSON ? new OtherPersonSignedIn() : new PasswordNotConfirmed(cause);
    }
}
