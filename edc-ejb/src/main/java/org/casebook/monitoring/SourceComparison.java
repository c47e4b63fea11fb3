package org.casebook.monitoring;

import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.query.AnswerText;

/** Which items of a form can be compared with a source, and which of them are. */
final class SourceComparison {

    private SourceComparison() {}

    /**
     * @param ticks the ticks of this form that hold, by item OID
     */
    static FormVerification of(FormState form, StudyDefinition study, Map<String, Verification> ticks) {
        FormDefinition definition = study.form(form.form());
        List<FormVerification.Item> items = definition.items().stream()
                .filter(item -> comparable(item, form.item(item.oid())))
                .map(item -> item(item, form.item(item.oid()), ticks.get(item.oid())))
                .toList();
        String event =
                form.event() == null ? null : study.event(form.event()).name().shown();
        return new FormVerification(form, event, definition.name().shown(), items);
    }

    /** What nobody typed follows from items that have a source; it is compared only where the study asks for it. */
    static boolean comparable(ItemDefinition definition, ItemState item) {
        boolean sourced = !definition.isDerived() || definition.critical();
        return sourced && !item.hidden() && !item.isUnanswered();
    }

    private static FormVerification.Item item(ItemDefinition definition, ItemState item, Verification tick) {
        boolean holds = tick != null && tick.holdsAt(item.revision());
        return new FormVerification.Item(
                definition.oid(),
                definition.question().shown(),
                AnswerText.shown(definition, item),
                definition.critical(),
                holds ? tick.verifiedName() : null,
                holds ? tick.verifiedAt() : null,
                tick != null && tick.isLost());
    }
}
