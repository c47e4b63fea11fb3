package org.casebook.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.audit.AuditLine;
import org.casebook.capture.ItemState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.query.AnswerText;
import org.casebook.rules.Reading;

/** Entries of the trail, folded to what each item held last. */
record PastForms(StudyDefinition study) {

    /** One item so far. */
    private record Held(String text, String unit, String leftBlank, AuditLine last) {

        private static final Held NOTHING = new Held(null, null, null, null);

        Held and(AuditLine line) {
            return switch (line.action()) {
                case "item-changed" -> new Held(line.newValue(), unit, leftBlank, line);
                case "item-unit-changed" -> new Held(text, line.newValue(), leftBlank, line);
                case "item-left-blank" -> new Held(text, unit, line.newValue(), line);
                default -> this;
            };
        }
    }

    /**
     * @param lines of one participant, oldest first
     */
    List<PastView.Form> of(List<AuditLine> lines) {
        Map<Long, AuditLine> first = new LinkedHashMap<>();
        Map<Long, Map<String, Held>> held = new LinkedHashMap<>();
        for (AuditLine line : lines) {
            Long form = line.place().formId();
            if (form != null && line.place().item() != null && line.action().startsWith("item-")) {
                first.putIfAbsent(form, line);
                held.computeIfAbsent(form, id -> new LinkedHashMap<>())
                        .merge(line.place().item(), Held.NOTHING.and(line), (before, one) -> before.and(line));
            }
        }
        Map<String, Integer> rows = new HashMap<>();
        List<PastView.Form> forms = new ArrayList<>();
        first.forEach((id, line) -> form(line, held.get(id), rows).ifPresent(forms::add));
        return forms;
    }

    private Optional<PastView.Form> form(AuditLine line, Map<String, Held> held, Map<String, Integer> rows) {
        String event = line.place().event();
        Optional<EventDefinition> visit = event == null ? Optional.empty() : study.findEvent(event);
        return study.findForm(line.place().form()).map(form -> {
            int row = form.log() ? rows.merge(event + "/" + form.oid(), 1, Integer::sum) : 0;
            String name = visit.filter(one -> !one.isLog())
                    .map(one -> one.name().shown())
                    .orElse("");
            return new PastView.Form(name, form.name().shown(), row, answers(form, held));
        });
    }

    private static List<PastView.Answer> answers(FormDefinition form, Map<String, Held> held) {
        // in the form's order
        return form.items().stream()
                .filter(item -> held.containsKey(item.oid()))
                .map(item -> answer(item, held.get(item.oid())))
                .toList();
    }

    private static PastView.Answer answer(ItemDefinition item, Held held) {
        return new PastView.Answer(
                item.question().shown(),
                AnswerText.shown(item, state(item, held)),
                held.last().who().fullName(),
                held.last().at(),
                "rule".equals(held.last().who().origin()));
    }

    private static ItemState state(ItemDefinition item, Held held) {
        Reading read = held.text() == null ? null : item.read(held.text());
        boolean readable = read == null || read.isUnderstood();
        String value =
                read == null || read.value() == null ? null : read.value().text();
        return new ItemState(held.text(), value, held.unit(), held.leftBlank(), readable, 1, List.of(), false);
    }
}
