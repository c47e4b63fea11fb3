package org.casebook.capture;

import java.time.Instant;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Somebody else changed the item after this person saw it; nothing was stored. */
public class ItemWasChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String item;
    private final transient ItemState current;
    private final String by;
    private final Instant at;

    ItemWasChanged(String item, ItemState current) {
        this(item, current, null, null);
    }

    private ItemWasChanged(String item, ItemState current, String by, Instant at) {
        super(
                Kind.CONFLICT,
                Sentence.of(
                        "capture",
                        "itemWasChanged",
                        by == null ? Sentence.of("capture", "somebody") : by,
                        told(current)));
        this.item = item;
        this.current = current;
        this.by = by;
        this.at = at;
    }

    /** The same refusal, naming who changed the item and when. */
    ItemWasChanged by(String fullName, Instant when) {
        return new ItemWasChanged(item, current, fullName, when);
    }

    private static Sentence told(ItemState current) {
        return current.text() == null
                ? Sentence.of("capture", "empty")
                : Sentence.of("capture", "quoted", current.text());
    }

    public String item() {
        return item;
    }

    /** What is stored now. */
    public ItemState current() {
        return current;
    }

    /** Full name of the person who changed it last; null when not known. */
    public String by() {
        return by;
    }

    /** When it was changed last, UTC; null when not known. */
    public Instant at() {
        return at;
    }
}
