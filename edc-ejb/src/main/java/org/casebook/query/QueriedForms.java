package org.casebook.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
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

    @Inject
    private Blinding blinding;

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
                && (blinding.seenBy(form.scope()).hides(form.form(), asked)
                        || definitions
                                .get(form.versionId())
                                .findItem(form.form(), asked)
                                .isEmpty())) {
            throw new NotFound("item", asked, scope);
        }
        return new QueryPlace(form.scope(), form.subject(), formId, form.event(), form.form(), asked);
    }

    /** The queries with the names of what they ask about. */
    List<QueryLine> describe(Scope scope, List<QueryView> queries) {
        Set<Long> ids = queries.stream().map(query -> query.place().formId()).collect(Collectors.toSet());
        Map<Long, FormState> forms =
                casebook.of(scope, ids).stream().collect(Collectors.toMap(FormState::id, Function.identity()));
        return queries.stream()
                .map(query -> line(query, forms.get(query.place().formId())))
                .toList();
    }

    private QueryLine line(QueryView query, FormState form) {
        StudyDefinition study = definitions.get(form.versionId());
        Optional<ItemDefinition> item =
                Optional.ofNullable(query.place().item()).flatMap(oid -> study.findItem(form.form(), oid));
        return new QueryLine(
                item.map(asked -> query.saying(QuestionText.of(query, asked, form.item(asked.oid()))))
                        .orElse(query),
                form.event() == null ? null : study.event(form.event()).name().shown(),
                study.form(form.form()).name().shown(),
                form.row(),
                item.map(asked -> asked.question().shown()).orElse(null),
                item.map(asked -> AnswerText.shown(asked, form.item(asked.oid())))
                        .orElse(null),
                form.state() == FormState.State.VOID);
    }
}
