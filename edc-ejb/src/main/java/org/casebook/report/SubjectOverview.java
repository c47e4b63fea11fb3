package org.casebook.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.schedule.PlannedVisit;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Participant;

/**
 * One participant's casebook at a glance.
 *
 * @param criteria every criterion of the study version; not yet, while never judged
 * @param unscheduled events that the site may add, not yet recorded
 */
public record SubjectOverview(
        Participant participant,
        List<CriterionResult> criteria,
        List<VisitLine> visits,
        List<EventName> unscheduled,
        List<LogLine> logs) {

    public SubjectOverview {
        criteria = List.copyOf(criteria);
        visits = List.copyOf(visits);
        unscheduled = List.copyOf(unscheduled);
        logs = List.copyOf(logs);
    }

    /** The forms without rows that stand at more than one visit, each once, in the study's order. */
    public List<FormLine> planned() {
        List<FormLine> all = visits.stream()
                .flatMap(visit -> visit.forms().stream())
                .filter(form -> form.row() == null && !form.adds())
                .toList();
        Map<String, FormLine> several = new LinkedHashMap<>();
        all.forEach(form -> {
            long times = all.stream()
                    .filter(other -> other.form().equals(form.form()))
                    .count();
            if (times > 1) {
                several.putIfAbsent(form.form(), form);
            }
        });
        return List.copyOf(several.values());
    }

    /** An event by OID and name. */
    public record EventName(String event, String name) {}

    /** A visit with its forms, in the study's order. */
    public record VisitLine(PlannedVisit visit, List<FormLine> forms) {

        public VisitLine {
            forms = List.copyOf(forms);
        }
    }

    /**
     * A form of a visit, or a row of a log.
     *
     * @param formId null while it was never started
     * @param state NOT_STARTED, STARTED, COMPLETE, NOT_DONE, SIGNED, SIGNATURE_BROKEN, LOCKED
     * @param optional whether the visit is complete without it
     * @param rows whether it has rows, each a form of its own
     * @param adds whether it stands for the next row of a form that has rows at the visit already
     * @param label what the row is about; empty for forms of visits, and for whoever may not see data
     */
    public record FormLine(
            String form,
            String name,
            Long formId,
            Integer row,
            String state,
            int openQueries,
            boolean optional,
            String label,
            boolean rows,
            boolean adds) {}

    /** A log with its rows. */
    public record LogLine(String form, String name, List<FormLine> rows) {

        public LogLine {
            rows = List.copyOf(rows);
        }
    }
}
