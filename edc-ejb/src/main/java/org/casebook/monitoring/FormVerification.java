package org.casebook.monitoring;

import java.time.Instant;
import java.util.List;
import org.casebook.capture.FormState;

/**
 * How far the source data verification of one form has come.
 *
 * @param eventName name of the visit; null for rows of logs
 * @param items the items that can be compared with a source, in the form's order: shown, and holding an entry
 */
public record FormVerification(FormState form, String eventName, String formName, List<Item> items) {

    public FormVerification {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param answer what is to be compared with the source, in words
     * @param required whether the study wants it verified before lock
     * @param verifiedBy who ticked it; null while nobody has
     * @param lost whether it was verified once, changed after that, and is not verified again
     */
    public record Item(
            String oid,
            String question,
            String answer,
            boolean required,
            String verifiedBy,
            Instant verifiedAt,
            boolean lost) {

        public boolean isVerified() {
            return verifiedBy != null;
        }

        /** Whether it is required and still to be verified. */
        public boolean isDue() {
            return required && !isVerified();
        }
    }

    /** The required items that nobody has verified as they stand. */
    public List<Item> due() {
        return items.stream().filter(Item::isDue).toList();
    }

    public long verifiedCount() {
        return items.stream().filter(Item::isVerified).count();
    }

    public long requiredCount() {
        return items.stream().filter(Item::required).count();
    }
}
