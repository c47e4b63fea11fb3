package org.casebook.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.casebook.capture.FormState;
import org.casebook.definition.FormDefinition;
import org.casebook.transfer.SourceSubject.Value;

/**
 * What a file tells of one form or row, one thing after the other, and what it comes to: a form that was made and removed
 * again is gone, one that was removed and filled again holds what was filled in last, and nothing from before. Pure.
 */
final class FormCourse {

    private final boolean transactional;
    private Map<String, Value> given = new LinkedHashMap<>();
    private Map<String, Value> givenBefore = Map.of();
    private boolean emptied;
    private boolean emptiedBefore;
    private boolean made;
    private boolean removed;
    private int removedAt;

    /** @param transactional whether the file tells one change after the other; else nothing stands there twice */
    FormCourse(boolean transactional) {
        this.transactional = transactional;
    }

    /**
     * A value comes next.
     *
     * @return why it cannot; empty when all is well
     */
    Optional<String> give(Value value) {
        Value first = given.get(value.item());
        if (value.act() == Act.CONTEXT) {
            return context(value, first);
        }
        if (!transactional && first != null) {
            return Objects.equals(first.text(), value.text())
                    ? Optional.empty()
                    : Optional.of("The file gives two values for it.");
        }
        if (emptied && first == null && value.act() == Act.UPDATE) {
            return Optional.of(
                    "The file updates it after line %d removed it with its form. Write Insert or Upsert, or correct the order."
                            .formatted(removedAt));
        }
        if (removed && value.act() == Act.REMOVE) {
            return Optional.empty();
        }
        made |= value.act() == Act.INSERT || value.act() == Act.UPSERT;
        removed = false;
        given.put(value.item(), first != null ? value.after(first) : emptied ? value.anew() : value);
        return Optional.empty();
    }

    /** What is given as context is to be there already; without a value it says nothing. */
    private Optional<String> context(Value value, Value first) {
        if (value.text() == null || first != null && value.text().equals(first.text())) {
            return Optional.empty();
        }
        if (first != null || emptied) {
            return Optional.of(
                    "The file gives it as context (nothing is to be done), but with another value than before"
                            + " in this file. Write Update, or leave the value out.");
        }
        given.put(value.item(), value);
        return Optional.empty();
    }

    /** It begins here, empty when it was removed before. */
    void begin() {
        made = true;
        removed = false;
    }

    /** It goes, with all that is in it. */
    void remove(int line) {
        if (!removed) {
            givenBefore = given;
            emptiedBefore = emptied;
            given = new LinkedHashMap<>();
            emptied = true;
            removed = true;
            removedAt = line;
        }
    }

    /** It comes back with what it held when it went. */
    void restore() {
        if (removed) {
            given = givenBefore;
            emptied = emptiedBefore;
            removed = false;
        }
    }

    /** Whether the file itself makes it. */
    boolean isMade() {
        return made;
    }

    /** Whether it is gone in the end. */
    boolean isRemoved() {
        return removed;
    }

    /** Whether nothing stays of what it held before this file. */
    boolean isEmptied() {
        return emptied;
    }

    /** Line at which it was last removed; 0 when it never was. */
    int removedAt() {
        return removedAt;
    }

    /**
     * What it comes to, item by item.
     *
     * @param held as it stands; null while it is to be started
     */
    List<Value> values(FormState held, FormDefinition form) {
        List<Value> values = new ArrayList<>(given.values());
        if (emptied && held != null) {
            form.items().stream()
                    .filter(item -> !item.isDerived() && !given.containsKey(item.oid()))
                    .filter(item -> !held.item(item.oid()).isUnanswered())
                    .forEach(item -> values.add(Value.removal(removedAt, item.oid())));
        }
        return values;
    }
}
