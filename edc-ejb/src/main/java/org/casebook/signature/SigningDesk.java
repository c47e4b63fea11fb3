package org.casebook.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.delegation.Duties;
import org.casebook.delegation.Duty;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Scope;
import org.casebook.query.OpenQueries;
import org.casebook.standing.StepOrder;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Which forms can be signed, and what exactly would be signed. */
@ApplicationScoped
class SigningDesk {

    @Inject
    private CaseBook casebook;

    @Inject
    private Definitions definitions;

    @Inject
    private SignatureBook book;

    @Inject
    private Signatures signatures;

    @Inject
    private OpenQueries queries;

    @Inject
    private Participants participants;

    @Inject
    private Duties duties;

    @Inject
    private Blinding blinding;

    @Inject
    private CurrentActor actor;

    List<SignableForm> ready(Scope scope) {
        Map<Long, SignatureView> latest = book.latest(scope);
        Map<Long, Long> open = queries.list(scope).stream()
                .collect(Collectors.groupingBy(query -> query.place().formId(), Collectors.counting()));
        return casebook.of(scope).stream()
                .filter(form -> form.state() == FormState.State.COMPLETE && !form.locked())
                .filter(form -> wantsSignature(form) && !holds(latest.get(form.id())))
                .map(form -> signable(form, latest.get(form.id()), open.getOrDefault(form.id(), 0L)))
                .toList();
    }

    /** The form as it is about to be signed; held, so that nobody changes it before the request is stored. */
    SigningRequest.Shown shown(Scope scope, SignableForm.Seen wanted, Meaning meaning) {
        FormState form = casebook.hold(scope, wanted.formId());
        TranslatedText name = definition(form).name();
        if (form.state() != FormState.State.COMPLETE) {
            throw SigningRefused.notReady(name, form.subject(), "isNotComplete");
        }
        if (form.locked()) {
            throw SigningRefused.notReady(name, form.subject(), "isLocked");
        }
        requireItsTurn(form);
        if (signatures.latest(scope, form.id()).filter(Signature::holds).isPresent()) {
            throw SigningRefused.notReady(name, form.subject(), "isSigned");
        }
        if (form.revision() != wanted.revision()) {
            throw SigningRefused.changed(name, form.subject());
        }
        return new SigningRequest.Shown(form.id(), form.revision(), sha256(form, meaning));
    }

    /**
     * The form that is signed now; held until the signature is stored.
     *
     * @throws SigningRefused when it differs in anything from what was shown
     */
    FormState unchanged(SigningRequest request, SigningRequest.Shown shown) {
        FormState form = casebook.hold(request.scope(), shown.formId());
        boolean same = form.state() == FormState.State.COMPLETE
                && !form.locked()
                && shown.matches(form.revision(), sha256(form, request.meaning()));
        if (!same
                || signatures
                        .latest(request.scope(), form.id())
                        .filter(Signature::holds)
                        .isPresent()) {
            throw SigningRefused.changed(definition(form).name(), form.subject());
        }
        requireItsTurn(form);
        return form;
    }

    /** Who signs does it by the word of the principal investigator, and eligibility after consent alone. */
    private void requireItsTurn(FormState form) {
        duties.require(form.scope(), Duty.SIGN);
        if (isEligibility(form)) {
            Participant participant = participants.get(form.scope(), form.subject());
            new StepOrder(definitions.get(form.versionId()), participant).requireEligibilityMayBeSigned();
        }
    }

    boolean isEligibility(FormState form) {
        return definition(form).purpose() == FormDefinition.Purpose.ELIGIBILITY;
    }

    private String sha256(FormState form, Meaning meaning) {
        return new SignedContent(form, definitions.get(form.versionId()), blinding.of(form.scope()))
                .sha256(meaning, actor.get());
    }

    private SignableForm signable(FormState form, SignatureView latest, long open) {
        StudyDefinition study = definitions.get(form.versionId());
        String event =
                form.event() == null ? null : study.event(form.event()).name().text();
        return new SignableForm(
                form.id(),
                form.revision(),
                form.study(),
                form.site(),
                form.subject(),
                event,
                definition(form).name().text(),
                form.row(),
                Math.toIntExact(open),
                latest,
                new SignedContent(form, study, blinding.of(form.scope())).lines());
    }

    private boolean wantsSignature(FormState form) {
        return wantsSignature(definition(form));
    }

    /** Eligibility opens randomisation only when it is signed, so it always wants one. */
    static boolean wantsSignature(FormDefinition form) {
        return form.signed() || form.purpose() == FormDefinition.Purpose.ELIGIBILITY;
    }

    private FormDefinition definition(FormState form) {
        return definitions.get(form.versionId()).form(form.form());
    }

    private static boolean holds(SignatureView signature) {
        return signature != null && signature.holds();
    }
}
