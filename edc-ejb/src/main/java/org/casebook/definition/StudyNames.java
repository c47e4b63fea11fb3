package org.casebook.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.definition.StudyRules.ItemPath.Which;
import org.casebook.rules.DataType;
import org.casebook.rules.ExpressionName;
import org.casebook.rules.Names;

/** What names in expressions mean beyond the form at hand: items of other forms and visits, and rows of logs. */
final class StudyNames {

    private static final String ROWS = "rows";

    private final StudyDefinition study;
    private final Map<String, FormDefinition> forms = new HashMap<>();
    private final Map<String, List<EventDefinition>> visits = new LinkedHashMap<>();
    private final Map<String, ItemPath> places = new HashMap<>();

    /** By form OID and name; asked while requests run side by side. */
    private final Map<String, Map<String, ItemDefinition>> items = new ConcurrentHashMap<>();

    StudyNames(StudyDefinition study) {
        this.study = study;
        study.forms().values().forEach(form -> forms.putIfAbsent(ExpressionName.of(form.oid()), form));
        for (EventDefinition event : study.scheduledEvents()) {
            for (EventDefinition.FormRef ref : event.forms()) {
                visits.computeIfAbsent(ref.formOid(), oid -> new ArrayList<>()).add(event);
            }
        }
        withoutLogs((form, event) -> note(event, form));
    }

    /** Rows of logs are no single values, at a visit neither. */
    private void withoutLogs(BiConsumer<String, EventDefinition> each) {
        visits.forEach((form, at) -> {
            if (!study.form(form).log()) {
                at.forEach(event -> each.accept(form, event));
            }
        });
    }

    private void note(EventDefinition event, String form) {
        String name = ExpressionName.of(form);
        note(ExpressionName.of(event.oid()) + "." + name, event, form);
        if (visits.get(form).size() == 1) {
            note(name, event, form);
        }
    }

    private void note(String name, EventDefinition event, String form) {
        places.putIfAbsent(name, new ItemPath(name, Which.AT, event.oid(), form, null));
    }

    /** Tells of names that could mean two things. */
    void requireUnambiguous(StudyRules.Problems problems) {
        withoutLogs((form, event) -> requireUnambiguous(event, form, problems));
    }

    private void requireUnambiguous(EventDefinition event, String form, StudyRules.Problems problems) {
        String name = ExpressionName.of(event.oid()) + "." + ExpressionName.of(form);
        ItemPath other = places.get(name);
        if (other.eventOid().equals(event.oid()) && other.formOid().equals(form)) {
            return;
        }
        study.form(form).items().stream()
                .filter(item -> find(other.formOid(), item.nameInExpressions()).isPresent())
                .findFirst()
                .ifPresent(item -> problems.tell(
                        DefinitionChecks.EVENT,
                        event.oid(),
                        "In expressions %s would mean %s of %s at %s, and %s of %s at %s. Change an OID."
                                .formatted(
                                        name + "." + item.nameInExpressions(),
                                        item.oid(),
                                        other.formOid(),
                                        other.eventOid(),
                                        item.oid(),
                                        form,
                                        event.oid())));
    }

    /** The names that a rule of this form may use. */
    Names of(FormDefinition form) {
        return new Context(form);
    }

    /** The names that a criterion, or the condition of a visit, may use. */
    Names ofStudy() {
        return new Context(null);
    }

    /** The visits where this form is filled, in the order of the schedule. */
    List<EventDefinition> visits(String formOid) {
        return visits.getOrDefault(formOid, List.of());
    }

    /** Of these names those that lead to the form at this visit, with the name that the item has on the form itself. */
    Map<String, String> ownPaths(String event, String form, Set<String> asked) {
        Map<String, String> own = new HashMap<>();
        asked.stream()
                .flatMap(name -> path(name).stream())
                .filter(path -> path.which() == Which.AT
                        && path.eventOid().equals(event)
                        && path.formOid().equals(form))
                .forEach(path ->
                        own.put(path.name(), study.item(form, path.itemOid()).nameInExpressions()));
        return own;
    }

    /** Where this name leads, wherever it is asked; empty for names that are no items elsewhere. */
    Optional<ItemPath> path(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        Optional<ItemPath> rows = rows(name);
        if (rows.isPresent()) {
            return rows;
        }
        String place = name.substring(0, dot);
        return place(place)
                .or(() -> rows(place))
                .flatMap(at -> find(at.formOid(), name.substring(dot + 1))
                        .map(item -> new ItemPath(name, at.which(), at.eventOid(), at.formOid(), item.oid())));
    }

    private Optional<ItemPath> place(String name) {
        return Optional.ofNullable(places.get(name)).or(() -> ofVisit(name));
    }

    /** {@code previous.FORM} and its like. */
    private Optional<ItemPath> ofVisit(String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length != 2
                || !forms.containsKey(parts[1])
                || forms.get(parts[1]).log()) {
            return Optional.empty();
        }
        String form = forms.get(parts[1]).oid();
        return List.of(Which.FIRST, Which.PREVIOUS, Which.LAST).stream()
                .filter(which -> word(which).equals(parts[0]) && !visits(form).isEmpty())
                .findFirst()
                .map(which -> new ItemPath(name, which, null, form, null));
    }

    static String word(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }

    /** {@code rows.LOG}, or {@code rows.EVENT.LOG} for a log that stands at a visit. */
    private Optional<ItemPath> rows(String name) {
        String[] parts = name.split("\\.", -1);
        FormDefinition log = forms.get(parts[parts.length - 1]);
        if (!parts[0].equals(ROWS) || log == null || !log.log()) {
            return Optional.empty();
        }
        if (parts.length == 2) {
            return Optional.of(new ItemPath(name, Which.ROWS, null, log.oid(), null));
        }
        return visits(log.oid()).stream()
                .filter(event ->
                        parts.length == 3 && ExpressionName.of(event.oid()).equals(parts[1]))
                .findFirst()
                .map(event -> new ItemPath(name, Which.ROWS, event.oid(), log.oid(), null));
    }

    /** The form's item of this name. */
    Optional<ItemDefinition> find(String formOid, String name) {
        return Optional.ofNullable(items.computeIfAbsent(formOid, this::byName).get(name));
    }

    private Map<String, ItemDefinition> byName(String formOid) {
        Map<String, ItemDefinition> byName = new HashMap<>();
        study.form(formOid).items().forEach(item -> byName.putIfAbsent(item.nameInExpressions(), item));
        return byName;
    }

    private final class Context implements Names {

        private final FormDefinition form;
        private final Map<String, DataType> own = new HashMap<>();

        private Context(FormDefinition form) {
            this.form = form;
            if (form != null) {
                form.items().forEach(item -> own.put(item.nameInExpressions(), item.type()));
            }
        }

        @Override
        public Optional<DataType> type(String name) {
            if (own.containsKey(name)) {
                return Optional.of(own.get(name));
            }
            return path(name)
                    .filter(path -> path.which() != Which.ROWS && (path.which() != Which.PREVIOUS || standsAtVisit()))
                    .map(path -> study.item(path.formOid(), path.itemOid()).type());
        }

        @Override
        public Map<String, DataType> row(String list) {
            Map<String, DataType> row = new LinkedHashMap<>();
            rows(list)
                    .ifPresent(path -> study.form(path.formOid())
                            .items()
                            .forEach(item -> row.put(item.nameInExpressions(), item.type())));
            return row;
        }

        @Override
        public Optional<String> hint(String name) {
            return new NameHint(study, forms, visits, name).sentence(standsAtVisit());
        }

        private boolean standsAtVisit() {
            return form != null && !visits(form.oid()).isEmpty();
        }
    }
}
