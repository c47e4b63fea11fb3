package org.casebook.kernel;

import java.util.Objects;

/**
 * One line of the audit trail as the domain tells it; who and when are added by the writer.
 *
 * <p>Built by {@link #of} and the {@code with…} methods, since most changes know only some of the parts.
 *
 * @param scope study and site of the record; null for changes of the system as a whole
 * @param action what was done, a stable kebab-case verb such as {@code item-changed}
 * @param subject subject key; null where no participant is concerned
 * @param place the form and item; never null, its parts may be
 * @param oldValue value before, as stored; null when there was none
 * @param newValue value after, as stored; null when it was taken away
 * @param reason why, in the person's words; null where none was due
 */
public record Change(
        Scope scope, String action, String subject, Place place, String oldValue, String newValue, String reason) {

    public Change {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(place, "place");
    }

    /**
     * Where in the casebook.
     *
     * @param formId database id of the case form (for a log: of the row); null when no form is concerned
     * @param formRevision the form's revision that this change made; null when no form is concerned
     * @param event study event OID; null for logs
     * @param form form OID
     * @param item item OID; null when the form as a whole changed
     */
    public record Place(Long formId, Long formRevision, String event, String form, String item) {

        public static final Place NONE = new Place(null, null, null, null, null);

        public Place item(String oid) {
            return new Place(formId, formRevision, event, form, oid);
        }
    }

    public static Change of(Scope scope, String action) {
        return new Change(scope, action, null, Place.NONE, null, null, null);
    }

    public Change withSubject(String key) {
        return new Change(scope, action, key, place, oldValue, newValue, reason);
    }

    public Change withPlace(Place where) {
        return new Change(scope, action, subject, where, oldValue, newValue, reason);
    }

    public Change withValues(String before, String after) {
        return new Change(scope, action, subject, place, before, after, reason);
    }

    public Change withReason(String why) {
        return new Change(scope, action, subject, place, oldValue, newValue, why);
    }
}
