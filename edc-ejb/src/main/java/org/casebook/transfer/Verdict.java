package org.casebook.transfer;

import java.util.Objects;
import org.casebook.capture.Entry;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Language;
import org.casebook.kernel.Words;
import org.casebook.rules.Reading;
import org.casebook.transfer.Finding.Kind;
import org.casebook.transfer.SourceSubject.Value;

/** What one value of a file is to the item as it stands. Pure. */
final class Verdict {

    private static final int LONGEST_TEXT = 20_000;

    private final StudyDefinition study;
    private final ItemDefinition item;
    private final Value value;
    private final ItemState held;
    private final Reading reading;
    private final String unit;
    private Kind kind;
    private String sentence;

    /** @param form as it stands; null while it is to be started */
    Verdict(StudyDefinition study, ItemDefinition item, Value value, FormState form) {
        this.study = study;
        this.item = item;
        this.value = value.act() == Act.REMOVE ? Value.removal(value.line(), value.item()) : value;
        this.held = form == null ? ItemState.EMPTY : form.item(item.oid());
        // a report is kept, whoever looked at the file
        this.reading = Language.ENGLISH.saying(() -> item.read(this.value.text()));
        this.unit = unit();
        judge();
    }

    private void judge() {
        if (item.isDerived()) {
            kind = Kind.COMPUTED;
            sentence = "The study computes this item; the file's value is not taken.";
        } else if (isBeyondReading()) {
            kind = Kind.FAULT;
        } else if (isSame()) {
            kind = Kind.SAME;
        } else if (value.act() == Act.CONTEXT) {
            kind = Kind.FAULT;
            sentence =
                    "The file gives it as context (nothing is to be done), but here is %s. Write Upsert, or leave the value out."
                            .formatted(held.isUnanswered() ? "nothing" : "another value");
        } else if (held.isUnanswered()) {
            judgeNew();
        } else if (value.act() == Act.INSERT) {
            kind = Kind.FAULT;
            sentence = "The file inserts it, but another value is there already.";
        } else {
            kind = value.text() == null && value.leftBlank() == null ? Kind.REMOVED : Kind.DIFFERENT;
        }
        if (isStored() && !reading.isUnderstood()) {
            sentence = "Kept as written and flagged: " + reading.problem();
        }
    }

    private void judgeNew() {
        kind = value.act() == Act.UPDATE ? Kind.FAULT : Kind.NEW;
        sentence = kind == Kind.FAULT ? "The file updates it, but there is no value yet." : null;
    }

    private boolean isBeyondReading() {
        if (value.text() != null && value.text().length() > LONGEST_TEXT) {
            sentence = "The text is longer than 20,000 characters.";
        } else if (value.several() && !item.type().takesSeveral()) {
            sentence = "The file gives several values (%s), but the study's item takes one. Give one."
                    .formatted(Words.quoted(value.text().replace(",", ", ")));
        } else if (value.type() != null && !new SaidType(value.type()).fits(item)) {
            sentence =
                    "The file gives it as ItemData%s, but the study's item is %s. Correct the element, or write ItemData."
                            .formatted(value.type(), SaidType.words(item));
        } else if (value.unit() != null && unit == null && !isOwnUnit()) {
            sentence = "“%s” is no unit of this item.".formatted(value.unit());
        } else if (value.leftBlank() != null && !isLeftBlankReason()) {
            sentence = "“%s” is no reason for a blank.".formatted(value.leftBlank());
        }
        return sentence != null;
    }

    private boolean isLeftBlankReason() {
        for (Entry.LeftBlank reason : Entry.LeftBlank.values()) {
            if (reason.name().equals(value.leftBlank())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwnUnit() {
        return item.unit() != null && item.unit().oid().equals(value.unit());
    }

    /** The unit to be kept with the value; null for the item's own. */
    private String unit() {
        StudyDefinition.Unit named = value.unit() == null ? null : study.units().get(value.unit());
        boolean converts = named != null
                && item.unit() != null
                && !isOwnUnit()
                && item.unit().oid().equals(named.standard());
        return converts ? named.oid() : null;
    }

    private boolean isSame() {
        boolean sameText = Objects.equals(held.text(), value.text());
        boolean sameValue = held.value() != null
                && reading.value() != null
                && held.value().equals(reading.value().text());
        return (sameText || sameValue)
                && Objects.equals(held.unit(), value.text() == null ? null : unit)
                && Objects.equals(held.leftBlank(), value.leftBlank());
    }

    Kind kind() {
        return kind;
    }

    String sentence() {
        return sentence;
    }

    /** What is held, with its unit where the file's or this one is another than the item's own; null: nothing. */
    String before() {
        return held.text() == null ? held.leftBlank() : inUnit(held.text(), held.unit());
    }

    /** What the file gives, with its unit as before; null: nothing. */
    String after() {
        return value.text() == null ? value.leftBlank() : inUnit(value.text(), unit);
    }

    private String inUnit(String text, String oid) {
        if (item.unit() == null || held.unit() == null && unit == null) {
            return text;
        }
        return text + " " + (oid == null ? item.unit() : study.units().get(oid)).symbol();
    }

    /** Whether taking the file stores something. */
    boolean isStored() {
        return kind == Kind.NEW || kind == Kind.DIFFERENT || kind == Kind.REMOVED;
    }

    SubjectComparison.ValueStep step() {
        return new SubjectComparison.ValueStep(
                value.line(), item.oid(), value.text(), unit, value.leftBlank(), kind != Kind.NEW);
    }
}
