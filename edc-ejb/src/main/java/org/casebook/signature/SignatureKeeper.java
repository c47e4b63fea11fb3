package org.casebook.signature;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebook.capture.FormChanged;
import org.casebook.capture.ItemChanged;
import org.casebook.capture.ItemState;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.query.AnswerText;
import org.casebook.study.Definitions;
import org.casebook.subject.Participants;

/** Breaks a signature as soon as what was signed changes, and names the change. */
@Dependent
public class SignatureKeeper {

    @Inject
    private Signatures signatures;

    @Inject
    private Definitions definitions;

    @Inject
    private Participants participants;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    void itemChanged(@Observes ItemChanged change) {
        signatures.latest(change.scope(), change.place().formId()).ifPresent(signature -> {
            breakUp(signature, change.scope(), change.place(), told(signature, change));
        });
    }

    void formChanged(@Observes FormChanged change) {
        switch (change.act()) {
            case REOPENED, VOIDED, NOT_DONE ->
                signatures.latest(change.scope(), change.place().formId()).ifPresent(signature -> {
                    String word = change.act() == FormChanged.Act.REOPENED ? "reopened" : "made void";
                    String what = "The form was " + word + ": " + change.reason();
                    breakUp(signature, change.scope(), change.place(), what);
                });
            default -> {
                // starting and completing come before a signature; locking does not change what was signed
            }
        }
    }

    private void breakUp(Signature signature, Scope scope, Change.Place place, String what) {
        boolean held = signature.breakBy(what, clock.instant());
        if (held) {
            facts.fire(new SignatureBroken(scope, signature.subject(), place(place), signature.view(), what));
            if (form(signature, place).purpose() == FormDefinition.Purpose.ELIGIBILITY) {
                participants.eligibilitySignatureBroken(scope, signature.subject(), what);
            }
        }
    }

    /** The change in the words of the form: its question, and the answer before and after. */
    private String told(Signature signature, ItemChanged change) {
        String oid = change.place().item();
        return form(signature, change.place())
                .findItem(oid)
                .map(item -> item.question().text() + ": " + told(item, change.before()) + " became "
                        + told(item, change.after()))
                .orElse(oid);
    }

    private static String told(ItemDefinition definition, ItemState item) {
        String answer = AnswerText.of(definition, item);
        return answer.isEmpty() ? "empty" : "“" + answer + "”";
    }

    /** The definition that was in force when the form was signed; the form itself is being written just now. */
    private FormDefinition form(Signature signature, Change.Place place) {
        return definitions.get(signature.versionId()).form(place.form());
    }

    /** Signing does not change the form, so the entry names no revision of it. */
    static Change.Place place(Change.Place place) {
        return new Change.Place(place.formId(), null, place.event(), place.form(), place.item());
    }
}
