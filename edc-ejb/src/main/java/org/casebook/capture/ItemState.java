package org.casebook.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casebook.definition.ItemDefinition;
import org.casebook.rules.Visibility;

/**
 * What a case form holds about one item. Immutable.
 *
 * @param text as typed, never cleaned; null when nothing was typed
 * @param value the text read as the item's type, canonical (ISO 8601 dates, plain decimals, codes); null when empty or
 *     not readable
 * @param unit unit in which it was typed; null when the item has none
 * @param leftBlank why nothing was typed; null when no reason was given
 * @param valid false when the text cannot be read as the item's type
 * @param revision how often text, unit or reason changed, from 0; the ground on which conflicts are judged
 * @param checks OIDs of the edit checks that stand against it, in the form's order
 * @param hidden whether a condition hides it at present; what was typed before stays
 */
public record ItemState(
        String text,
        String value,
        String unit,
        String leftBlank,
        boolean valid,
        long revision,
        List<String> checks,
        boolean hidden) {

    /** Stands among the checks of an item whose text cannot be read as its type; no check of a study has this OID. */
    public static final String UNREADABLE = "UNREADABLE";

    /** Stands among the checks of an item that has a value although the form does not ask for it any more. */
    public static final String SUPERFLUOUS = "SUPERFLUOUS";

    /** Stands among the checks of an item whose value leads to a row that was deleted. */
    public static final String UNRESOLVED_LINK = "UNRESOLVED_LINK";

    /** An item that nobody has touched. */
    public static final ItemState EMPTY = new ItemState(null, null, null, null, true, 0, List.of(), false);

    public ItemState {
        checks = List.copyOf(checks);
    }

    /** The same item holding what was just typed; its revision grows by one. */
    ItemState typed(String newText, String newValue, String newUnit, String newLeftBlank, boolean readable) {
        return new ItemState(newText, newValue, newUnit, newLeftBlank, readable, revision + 1, checks, hidden);
    }

    /** The same item with what the form's rules say of it now. */
    ItemState judged(List<String> standing, boolean nowHidden) {
        return new ItemState(text, value, unit, leftBlank, valid, revision, standing, nowHidden);
    }

    /**
     * What stands against it, in the order in which it is told.
     *
     * @param fired OIDs of the checks of the study
     * @param lost whether a row to which it leads was deleted
     */
    List<String> standing(Visibility visibility, List<String> fired, boolean lost) {
        if (leftBlank != null) {
            // a reason for having no value answers every check; without it they are judged again
            return List.of();
        }
        List<String> standing = new ArrayList<>(fired.size() + 1);
        if (!valid) {
            standing.add(UNREADABLE);
        }
        if (visibility == Visibility.SUPERFLUOUS) {
            standing.add(SUPERFLUOUS);
        }
        if (lost) {
            standing.add(UNRESOLVED_LINK);
        }
        standing.addAll(fired);
        return standing;
    }

    /** What is linked, as people read it: without the ids. */
    public String titles() {
        return text == null ? "" : text.replaceAll(" #\\d+(?=; |$)", "");
    }

    /** The ids of the rows to which its value leads, lowest first; empty for items of other types. */
    public List<Long> rows(ItemDefinition item) {
        return item.link() == null || value == null
                ? List.of()
                : Stream.of(value.split(",")).map(Long::valueOf).toList();
    }

    /** Whether both hold the same text, unit and left-blank reason: what a person entered, apart from any rule. */
    public boolean sameEntry(ItemState other) {
        return Objects.equals(text, other.text)
                && Objects.equals(unit, other.unit)
                && Objects.equals(leftBlank, other.leftBlank);
    }

    /** Whether neither a text nor a reason for its absence is there. */
    public boolean isUnanswered() {
        return text == null && leftBlank == null;
    }

    /**
     * The value as far as it counts elsewhere; null when there is none, when the form does not ask for it, or when it fails a
     * hard check.
     */
    public String countingValue(ItemDefinition item) {
        boolean fails = item.checks().stream().anyMatch(check -> check.isHard() && checks.contains(check.oid()));
        return hidden || fails || checks.contains(SUPERFLUOUS) ? null : value;
    }

    /** The same without what was found, so that it is looked for again. */
    ItemState forgotten() {
        return new ItemState(null, null, unit, leftBlank, valid, revision, checks, hidden);
    }
}
