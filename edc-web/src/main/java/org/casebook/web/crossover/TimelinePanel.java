package org.casebook.web.crossover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.report.SubjectOverview.VisitLine;
import org.casebook.schedule.PlannedVisit;
import org.casebook.study.StudyDesign;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;
import org.casebook.web.subject.SubjectPage;

/** A participation as its periods one after the other, with the visits that whoever looks may know of. */
@Named
@RequestScoped
public class TimelinePanel {

    @Inject
    private SubjectPage subject;

    @Inject
    private UnblindingPanel unblinding;

    @Inject
    private StudyDesign design;

    @Inject
    private Shell shell;

    private List<Period> periods;

    /** A period with its visits, and when the treatment was made known, where that was in it. */
    public record Period(String name, List<Stop> stops, String mark) {

        public boolean marked() {
            return !mark.isEmpty();
        }
    }

    /**
     * A visit.
     *
     * @param when its date, else the planned one, else empty
     */
    public record Stop(PlannedVisit visit, String when) {}

    public List<Period> getPeriods() {
        if (periods == null) {
            StudyDefinition study =
                    design.definitionOf(shell.scope(), subject.getPerson().versionId());
            periods = periods(study);
        }
        return periods;
    }

    private List<Period> periods(StudyDefinition study) {
        Map<String, List<Stop>> byEpoch = new LinkedHashMap<>();
        String unblindedIn = null;
        for (VisitLine line : subject.getOverview().visits()) {
            EventDefinition event = study.event(line.visit().event());
            if (event.epochOid() != null) {
                byEpoch.computeIfAbsent(event.epochOid(), epoch -> new ArrayList<>())
                        .add(new Stop(line.visit(), when(line.visit())));
                unblindedIn = isUnblindedAfter(study, event) ? event.epochOid() : unblindedIn;
            }
        }
        List<Period> all = new ArrayList<>();
        for (StudyDefinition.Epoch epoch : study.epochs()) {
            if (byEpoch.containsKey(epoch.oid())) {
                String mark = epoch.oid().equals(unblindedIn) ? mark() : "";
                all.add(new Period(epoch.name().shown(), byEpoch.get(epoch.oid()), mark));
            }
        }
        return all;
    }

    private boolean isUnblindedAfter(StudyDefinition study, EventDefinition event) {
        return unblinding.isDone() && event.oid().equals(study.randomization().unblindingOid());
    }

    private String mark() {
        return Words.of(
                "crossover",
                "unblindedMark",
                Times.text(unblinding.getState().done().at()));
    }

    private static String when(PlannedVisit visit) {
        LocalDate planned = visit.window() == null ? null : visit.window().planned();
        LocalDate day = visit.date() == null ? planned : visit.date();
        return day == null ? "" : day.toString();
    }
}
