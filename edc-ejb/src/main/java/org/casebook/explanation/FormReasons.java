package org.casebook.explanation;

import java.util.ArrayList;
import java.util.List;
import org.casebook.capture.FormState;
import org.casebook.capture.FormState.State;
import org.casebook.capture.ItemState;
import org.casebook.definition.ItemDefinition;
import org.casebook.explanation.Explanation.Input;
import org.casebook.explanation.Explanation.Reason;
import org.casebook.kernel.Phrases;

/** Why a form can or cannot be filled, completed and signed. */
final class FormReasons {

    private final Sight sight;
    private final Phrases phrases;

    FormReasons(Sight sight) {
        this.sight = sight;
        this.phrases = sight.phrases();
    }

    /**
     * @param enters whether the person may enter data there at all
     * @param follows name of the study version that the participant follows; that of the form where it is the same
     */
    List<Reason> list(boolean enters, String follows) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(phrases.say(openness(enters)), List.of()));
        if (sight.form().state() == State.STARTED && !sight.form().locked()) {
            reasons.add(completion());
        }
        if (sight.definition().signed() && !sight.form().locked()) {
            boolean ready = sight.form().state() == State.COMPLETE;
            reasons.add(Reason.of(phrases.say(ready ? "signReady" : "signWaits"), List.of()));
        }
        String version = sight.study().versionName();
        if (!version.equals(follows)) {
            reasons.add(Reason.of(phrases.say("olderVersion", version, follows), List.of()));
        }
        return reasons;
    }

    private String openness(boolean enters) {
        FormState form = sight.form();
        if (form.locked()) {
            return "locked";
        }
        return switch (form.state()) {
            case VOID -> "void";
            case NOT_DONE -> "notDone";
            case COMPLETE -> enters ? "complete" : "noRight";
            case STARTED -> enters ? "open" : "noRight";
        };
    }

    private Reason completion() {
        List<Input> missing = sight.definition().items().stream()
                .filter(this::waitsFor)
                .map(sight::input)
                .toList();
        String key = missing.isEmpty() ? "nothingMissing" : missing.size() == 1 ? "oneMissing" : "missing";
        return Reason.of(phrases.say(key, Integer.toString(missing.size())), missing);
    }

    private boolean waitsFor(ItemDefinition item) {
        ItemState held = sight.form().item(item.oid());
        return item.mandatory() && !item.isDerived() && !held.hidden() && held.isUnanswered();
    }
}
