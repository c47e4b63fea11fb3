package org.casebook.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.rules.ExpressionName;

/**
 * Why a name in an expression means nothing, and what to write instead.
 *
 * @param forms the forms by their name in expressions
 * @param visits by form OID, the visits where it is filled
 * @param name dots included
 */
record NameHint(
        StudyDefinition study,
        Map<String, FormDefinition> forms,
        Map<String, List<EventDefinition>> visits,
        String name) {

    private static final List<String> OF_VISITS = List.of("first", "previous", "last");

    /**
     * @param atVisit whether what asks stands at a visit
     */
    Optional<String> sentence(boolean atVisit) {
        String[] parts = name.split("\\.", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        if (parts[0].equals("rows")) {
            return Optional.of(ofRows(parts));
        }
        if (parts.length == 2 && forms.containsKey(parts[0])) {
            return Optional.of(ofForm(forms.get(parts[0]), parts[1]));
        }
        if (parts.length == 3 && forms.containsKey(parts[1])) {
            return Optional.of(ofPlace(parts, forms.get(parts[1]), atVisit));
        }
        return Optional.empty();
    }

    private String ofRows(String[] parts) {
        FormDefinition log = forms.get(parts[Math.max(1, parts.length - 2)]);
        if (log == null || !log.log()) {
            log = forms.get(parts[1]);
        }
        return log == null || !log.log()
                ? "There is no log “%s”; rows are those of a log.".formatted(parts[1])
                : "The log %s has no item “%s”.".formatted(log.oid(), parts[parts.length - 1]);
    }

    private String ofForm(FormDefinition form, String item) {
        if (lacks(form, item)) {
            return "The form %s has no item “%s”.".formatted(form.oid(), item);
        }
        String own = ExpressionName.of(form.oid()) + "." + item;
        if (form.log()) {
            return "%s is a log: its rows are rows.%s, and rows.%s the values of one item in all of them."
                    .formatted(form.oid(), ExpressionName.of(form.oid()), own);
        }
        List<EventDefinition> at = visits.getOrDefault(form.oid(), List.of());
        return at.isEmpty()
                ? "The form %s is filled at no planned visit.".formatted(form.oid())
                : "%s is filled at several visits. Write first.%s, previous.%s or last.%s, or name the visit: %s.%s."
                        .formatted(
                                form.oid(),
                                own,
                                own,
                                own,
                                ExpressionName.of(at.get(0).oid()),
                                own);
    }

    private String ofPlace(String[] parts, FormDefinition form, boolean atVisit) {
        if (lacks(form, parts[2])) {
            return "The form %s has no item “%s”.".formatted(form.oid(), parts[2]);
        }
        if (form.log() && visits.getOrDefault(form.oid(), List.of()).isEmpty()) {
            return "%s is a log: its rows are rows.%s.".formatted(form.oid(), parts[1]);
        }
        if (OF_VISITS.contains(parts[0])) {
            return atVisit
                    ? "The form %s is filled at no planned visit.".formatted(form.oid())
                    : "There is no visit here that %s could come before. Write first, last, or name the visit."
                            .formatted(name);
        }
        boolean visit = study.scheduledEvents().stream()
                .anyMatch(event -> ExpressionName.of(event.oid()).equals(parts[0]));
        return visit
                ? "The form %s is not filled at %s.".formatted(form.oid(), parts[0])
                : "There is no planned visit “%s”.".formatted(parts[0]);
    }

    private static boolean lacks(FormDefinition form, String item) {
        return form.items().stream()
                .noneMatch(candidate -> candidate.nameInExpressions().equals(item));
    }
}
