package org.casebook.linking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.FormState;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Language;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.study.Definitions;

/** Shows which rows a form leads to, could lead to, and what leads to it; always within one participant. */
@Stateless
public class RowLinks {

    @Inject
    private CaseBook caseBook;

    @Inject
    private Definitions definitions;

    @Inject
    private Blinding blinding;

    /** The links of a form and what leads to it; what is hidden from whoever asks neither leads nor is led to. */
    @Allowed(Permission.VIEW_DATA)
    public FormLinks of(Scope scope, long formId) {
        return of(caseBook.get(scope, formId));
    }

    /** As {@link #of}, for the form of a seat, begun or not. */
    @Allowed(Permission.VIEW_DATA)
    public FormLinks of(Scope scope, DataCapture.Seat seat) {
        return of(caseBook.get(scope, seat));
    }

    private FormLinks of(FormState form) {
        List<ItemDefinition> links = links(form);
        if (links.isEmpty() && form.row() == null) {
            return FormLinks.NONE;
        }
        List<FormState> all = caseBook.ofSubject(form.scope(), form.subject());
        Map<String, List<LinkedRow>> offered =
                links.stream().collect(Collectors.toMap(ItemDefinition::oid, item -> offered(form, item, all)));
        return new FormLinks(offered, form.row() == null ? List.of() : from(form, all));
    }

    private List<ItemDefinition> links(FormState form) {
        return blinding.shown(form.scope(), definition(form)).items().stream()
                .filter(item -> item.link() != null)
                .toList();
    }

    private FormDefinition definition(FormState form) {
        return definitions.get(form.versionId()).form(form.form());
    }

    private List<LinkedRow> offered(FormState form, ItemDefinition item, List<FormState> all) {
        List<Long> chosen = form.item(item.oid()).rows(item);
        return all.stream()
                .filter(row ->
                        row.row() != null && row.form().equals(item.link().form()))
                .filter(row -> row.id() != form.id())
                .filter(row -> chosen.contains(row.id()) || !isDeleted(row))
                .sorted(Comparator.comparingLong(FormState::id))
                .map(this::told)
                .toList();
    }

    private List<LinkedRow> from(FormState form, List<FormState> all) {
        return all.stream()
                .filter(other -> !isDeleted(other)
                        && links(other).stream()
                                .anyMatch(item ->
                                        other.item(item.oid()).rows(item).contains(form.id())))
                .map(this::told)
                .toList();
    }

    private LinkedRow told(FormState row) {
        FormDefinition shown = blinding.of(row.scope()).shown(definition(row));
        String title = row.title(shown, Language.ofReader().tag());
        return new LinkedRow(row.id(), row.subject(), row.event(), row.form(), row.row(), title, isDeleted(row));
    }

    private static boolean isDeleted(FormState row) {
        return row.state() == FormState.State.VOID;
    }
}
