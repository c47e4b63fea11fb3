package org.casebook.signature;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.casebook.capture.FormChanged;
import org.casebook.capture.ItemChanged;
import org.casebook.capture.ItemState;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.study.Definitions;
import org.casebook.study.FormDefinition;
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
            String what =
                    label(signature, change.place()) + ": " + told(change.before()) + " became " + told(change.after());
            breakUp(signature, change.scope(), change.place(), what);
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

    private String label(Signature signature, Change.Place place) {
        return form(signature, place)
                .findItem(place.item())
                .map(item -> item.question().text())
                .orElse(place.item());
    }

    /** The definition that was in force when the form was signed; the form itself is being written just now. */
    private FormDefinition form(Signature signature, Change.Place place) {
        return definitions.get(signature.versionId()).form(place.form());
    }

    private static String told(ItemState item) {
        if (item.text() != null) {
            return "“" + item.text() + (item.unit() == null ? "" : " " + item.unit()) + "”";
        }
        return item.leftBlank() == null ? "empty" : "left blank (" + item.leftBlank() + ")";
    }

    /** Signing does not change the form, so the entry names no revision of it. */
    static Change.Place place(Change.Place place) {
        return new Change.Place(place.formId(), null, place.event(), place.form(), place.item());
    }
}
