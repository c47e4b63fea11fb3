package org.casebook.capture;

import java.time.Instant;
import org.casebook.kernel.Refusal;

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
                (by == null ? "Somebody" : by) + " changed this item meanwhile to " + told(current)
                        + ". Your entry was not stored. Look at the value now stored and enter yours again if it is right.");
        this.item = item;
        this.current = current;
        this.by = by;
        this.at = at;
    }

    /** The same refusal, naming who changed the item and when. */
    ItemWasChanged by(String fullName, Instant when) {
        return new ItemWasChanged(item, current, fullName, when);
    }

    private static String told(ItemState current) {
        return current.text() == null ? "empty" : "“" + current.text() + "”";
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
