package org.casebook.query;

import org.casebook.kernel.Change;
import org.casebook.kernel.Scope;

/**
 * What a query asks about.
 *
 * @param scope study and site of the participant; the site is never null
 * @param event OID of the visit; null for logs
 * @param item OID of the item; null when the form as a whole is asked about
 */
public record QueryPlace(Scope scope, String subject, long formId, String event, String form, String item) {

    Change.Place place(Long formRevision) {
        return new Change.Place(formId, formRevision, event, form, item);
    }
}
