package org.casebook.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Occurrence;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.schedule.PlannedVisit;
import org.casebook.wording.AnswerWords;

/**
 * Reads one participant's forms as one person may see them.
 *
 * @param study the version that the participant follows
 * @param forms every form, oldest first
 * @param versions definitions by version, since each form is read by its own
 * @param unblinded whether what would tell the treatment may be shown
 */
record Reader(
        StudyDefinition study,
        List<PlannedVisit> plan,
        List<FormState> forms,
        LongFunction<StudyDefinition> versions,
        boolean unblinded,
        String language) {

    /** What stands at the visits before, for each item the latest; void forms and those declared not done count nowhere. */
    List<EarlierValue> earlier(FormState here) {
        Map<String, EarlierValue> found = new LinkedHashMap<>();
        if (here.event() == null || here.row() != null) {
            return List.of();
        }
        List<FormState> before = atVisits(here.form()).stream()
                .filter(form -> order(form) < order(here))
                .toList();
        for (FormState form : before) {
            versions.apply(form.versionId()).form(form.form()).items().stream()
                    .filter(this::shown)
                    .forEach(item -> note(found, form, item));
        }
        return List.copyOf(found.values());
    }

    private void note(Map<String, EarlierValue> found, FormState form, ItemDefinition item) {
        ItemState held = form.item(item.oid());
        if (!held.hidden() && held.text() != null) {
            PlannedVisit visit = visit(form.event());
            found.put(
                    item.oid(),
                    new EarlierValue(
                            item.oid(),
                            said(form, item, held),
                            study.event(form.event()).name().in(language),
                            visit == null ? null : visit.date(),
                            form.id()));
        }
    }

    /** The visits of one form beside each other; the items of the participant's version, in its order. */
    FormTable table(String subject, String formOid) {
        List<FormState> columns = atVisits(formOid);
        List<FormTable.Part> parts = new ArrayList<>();
        for (SectionDefinition section : study.form(formOid).sections()) {
            List<FormTable.Line> lines = section.items().stream()
                    .filter(this::shown)
                    .map(item -> line(item, columns))
                    .toList();
            parts.add(new FormTable.Part(section.title().in(language), lines));
        }
        return new FormTable(
                subject,
                formOid,
                study.form(formOid).name().in(language),
                columns.stream().map(this::column).toList(),
                parts);
    }

    private FormTable.Visit column(FormState form) {
        PlannedVisit visit = visit(form.event());
        return new FormTable.Visit(
                form.id(),
                form.event(),
                study.event(form.event()).name().in(language),
                visit == null ? null : visit.date(),
                form.locked() ? "LOCKED" : form.state().name());
    }

    private FormTable.Line line(ItemDefinition item, List<FormState> columns) {
        String unit = item.unit() == null ? "" : Objects.toString(item.unit().symbol(), "");
        return new FormTable.Line(
                item.oid(),
                item.question().in(language),
                unit,
                columns.stream().map(form -> cell(item, form)).toList());
    }

    private FormTable.Cell cell(ItemDefinition item, FormState form) {
        ItemState held = form.item(item.oid());
        return versions.apply(form.versionId())
                .findItem(form.form(), item.oid())
                .filter(this::shown)
                .map(own -> new FormTable.Cell(
                        held.hidden() || held.text() == null ? null : answer(own, held),
                        held.leftBlank(),
                        !held.hidden(),
                        !held.checks().isEmpty()))
                .orElseGet(() -> new FormTable.Cell(null, null, false, false));
    }

    private boolean shown(ItemDefinition item) {
        return unblinded || !item.blinded();
    }

    private String said(FormState form, ItemDefinition item, ItemState held) {
        StudyDefinition.Unit unit = held.unit() == null
                ? item.unit()
                : versions.apply(form.versionId()).units().get(held.unit());
        String symbol = unit == null ? "" : Objects.toString(unit.symbol(), "");
        return answer(item, held) + (symbol.isEmpty() ? "" : " " + symbol);
    }

    private String answer(ItemDefinition item, ItemState held) {
        if (item.link() != null && held.value() != null) {
            return held.titles();
        }
        return held.value() == null ? held.text() : new AnswerWords(language).decoded(item, held.value());
    }

    /** Where the form stands at visits, in the order of the schedule; without rows. */
    private List<FormState> atVisits(String formOid) {
        return forms.stream()
                .filter(form -> form.form().equals(formOid) && form.event() != null && form.row() == null)
                .filter(form -> form.state() != FormState.State.VOID && form.state() != FormState.State.NOT_DONE)
                .sorted(Comparator.comparingInt(this::order).thenComparing(FormState::id))
                .toList();
    }

    private int order(FormState form) {
        List<String> events = study.events().stream().map(EventDefinition::oid).toList();
        Occurrence visit = Occurrence.of(form.event());
        return events.indexOf(visit.event()) * (Occurrence.MOST + 1) + visit.number();
    }

    PlannedVisit visit(String event) {
        return plan.stream()
                .filter(visit -> visit.event().equals(event))
                .findFirst()
                .orElse(null);
    }
}
