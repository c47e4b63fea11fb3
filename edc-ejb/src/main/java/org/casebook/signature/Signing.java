package org.casebook.signature;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.casebook.access.StepUps;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/**
 * Electronic signatures (21 CFR 11.50 to 11.200). A signature is made in two steps: the request is stored here, then the
 * password is asked for, and {@link ConfirmedSigning} signs if nothing has changed in between.
 */
@Stateless
public class Signing {

    @Inject
    private Signatures signatures;

    @Inject
    private SigningDesk desk;

    @Inject
    private StepUps stepUps;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    /** Complete forms that want a signature and have none that holds, with what would be signed. */
    @Allowed(Permission.VIEW_DATA)
    public List<SignableForm> ready(Scope scope) {
        return desk.ready(scope);
    }

    /** All signatures of a form, the latest first, broken ones too. */
    @Allowed(Permission.VIEW_DATA)
    public List<SignatureView> ofForm(Scope scope, long formId) {
        return signatures.ofForm(scope, formId).stream().map(Signature::view).toList();
    }

    /** What one request led to: the signatures that were made by it. */
    @Allowed(Permission.VIEW_DATA)
    public List<SignatureView> ofRequest(Scope scope, long request) {
        return signatures.ofRequest(scope, request).stream()
                .map(Signature::view)
                .toList();
    }

    /**
     * Stores what is to be signed and asks for the password.
     *
     * @param forms the forms as they were shown; at least one
     * @return address of the password page
     * @throws SigningRefused when a form is not complete, locked, signed already, or not what was shown
     */
    @Allowed(Permission.SIGN)
    public URI request(Scope scope, List<SignableForm.Seen> forms, Meaning meaning) {
        if (forms.isEmpty()) {
            throw SigningRefused.nothingChosen();
        }
        List<SigningRequest.Shown> shown =
                forms.stream().map(form -> desk.shown(scope, form, meaning)).toList();
        SigningRequest request = new SigningRequest(scope, meaning, actor.get(), shown, clock.instant());
        signatures.add(request);
        return stepUps.begin(scope, ConfirmedSigning.PURPOSE, Long.toString(request.id()));
    }
}
