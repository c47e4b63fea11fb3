package org.casebook.deviation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;

/** Puts deviations into words, in the reader's language, by the names of a study version. */
record Telling(StudyDefinition study) {

    String of(Deviation deviation) {
        Finding found = deviation.finding();
        Finding.Times times = found.times();
        return Sentence.of(
                        "deviation",
                        "kind." + found.kind() + (found.from() == null ? ".undated" : ""),
                        name(found),
                        day(found.on(), times.on()),
                        day(found.from(), times.from()),
                        day(found.until(), times.until()))
                .in(Language.ofReader());
    }

    private static Serializable day(LocalDate date, LocalTime time) {
        if (date == null) {
            return "";
        }
        return time == null ? date : date.atTime(time);
    }

    private String name(Finding found) {
        return switch (found.kind()) {
            case CRITERION_NOT_MET, CRITERION_OPEN ->
                study.criteria().stream()
                        .filter(criterion -> criterion.oid().equals(found.about()))
                        .map(CriterionDefinition::number)
                        .findFirst()
                        .orElse(found.about());
            default -> found.event() == null ? "" : visit(found.event());
        };
    }

    DeviationView.Place place(Deviation deviation) {
        String event = deviation.event();
        String form = deviation.form();
        return new DeviationView.Place(
                event, event == null ? null : visit(event), form, form == null ? null : form(form));
    }

    private String visit(String event) {
        return study.findEvent(event)
                .map(EventDefinition::name)
                .map(name -> name.shown())
                .orElse(event);
    }

    private String form(String form) {
        return study.findForm(form)
                .map(FormDefinition::name)
                .map(name -> name.shown())
                .orElse(form);
    }
}
