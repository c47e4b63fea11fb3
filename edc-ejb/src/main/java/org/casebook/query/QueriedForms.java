package org.casebook.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.study.Definitions;

/** The forms that can be asked about. */
@ApplicationScoped
class QueriedForms {

    @Inject
    private CaseBook casebook;

    @Inject
    private Definitions definitions;

    /**
     * The place of a question.
     *
     * @param item null: the form as a whole
     * @throws QueryOnLockedForm an answer could ask for a change that is not possible
     */
    QueryPlace place(Scope scope, long formId, String item) {
        FormState form = casebook.get(scope, formId);
        if (form.locked()) {
            throw new QueryOnLockedForm(form.form());
        }
        String asked = item == null || item.isBlank() ? null : item;
        if (asked != null
                && definitions
                        .get(form.versionId())
                        .findItem(form.form(), asked)
                        .isEmpty()) {
            throw new NotFound("item", asked, scope);
        }
        return new QueryPlace(form.scope(), form.subject(), formId, form.event(), form.form(), asked);
    }
}
