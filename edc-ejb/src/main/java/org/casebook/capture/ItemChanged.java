package org.casebook.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * What a case form holds about one item has changed: text, unit or left-blank reason. Derived items tell themselves
 * too.
 *
 * <p>Text, unit and reason are entries of their own in the trail, so that each reads as it was typed and the form can
 * be rebuilt from the trail alone.
 *
 * @param place form, revision and item
 * @param itemRevision the item's revision after the change
 * @param reason why; null where none was due
 * @param derived whether a method computed it; the trail then names the rule as origin
 */
public record ItemChanged(
        Scope scope,
        String subject,
        Change.Place place,
        ItemState before,
        ItemState after,
        String reason,
        long itemRevision,
        boolean derived)
        implements Fact {

    @Override
    public List<Change> changes() {
        List<Change> lines = new ArrayList<>(1);
        tell(lines, "item-changed", before.text(), after.text());
        tell(lines, "item-unit-changed", before.unit(), after.unit());
        tell(lines, "item-left-blank", before.leftBlank(), after.leftBlank());
        return lines;
    }

    @Override
    public String origin() {
        return derived ? "rule" : null;
    }

    private void tell(List<Change> lines, String action, String was, String is) {
        if (!Objects.equals(was, is)) {
            lines.add(Change.of(scope, action)
                    .withSubject(subject)
                    .withPlace(place)
                    .withValues(was, is)
                    .withReason(reason));
        }
    }
}
