package org.casebook.web.subject;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.casebook.capture.CaseFormView;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.rules.DataType;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.study.StudyDesign;
import org.casebook.subject.Enrolment;
import org.casebook.web.capture.CaseFormPage;
import org.casebook.web.shell.Address;
import org.casebook.web.shell.Shell;

/** On the form that tells at what time its visit took place: how that lies to the window, which goes by the hour. */
@Named
@RequestScoped
public class HoursPanel {

    @Inject
    private CaseFormPage form;

    @Inject
    private VisitPlan plan;

    @Inject
    private StudyDesign design;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Shell shell;

    private Optional<EventDefinition.Clock> clock;
    private Optional<PlannedVisit> visit;

    /** Whether the form at hand has the time by which its visit is judged. */
    public boolean isThere() {
        return clock().isPresent();
    }

    /** OID of the item with that time. */
    public String getItem() {
        return clock().map(EventDefinition.Clock::itemOid).orElse("");
    }

    public String getUrl() {
        CaseFormView.Header header = form.getView().header();
        return "/entry/subjects/" + Address.part(header.subject()) + "/visits/" + Address.part(header.event())
                + "/hours?" + shell.getQuery();
    }

    public String getText() {
        return visit().map(HourWords::note).orElse("");
    }

    /** Style classes of the note. */
    public String getTone() {
        return tone(visit().filter(HourWords::isOutside).isPresent());
    }

    static String tone(boolean outside) {
        return "note " + (outside ? "tone-warn" : "tone-soft");
    }

    private Optional<EventDefinition.Clock> clock() {
        if (clock == null) {
            CaseFormView.Header header = form.getView().header();
            clock = header.event() == null || header.row() != null || !asksForTime()
                    ? Optional.empty()
                    : study(header)
                            .findEvent(header.event())
                            .map(EventDefinition::timing)
                            .map(EventDefinition.Timing::clock)
                            .filter(found -> header.form().equals(found.formOid()));
        }
        return clock;
    }

    /** Most forms ask for none: then nothing is looked up, since each form that is opened asks here. */
    private boolean asksForTime() {
        return form.getView().sections().stream()
                .flatMap(section -> section.items().stream())
                .anyMatch(item -> item.type() == DataType.TIME);
    }

    private StudyDefinition study(CaseFormView.Header header) {
        long version = enrolment.get(header.scope(), header.subject()).versionId();
        return design.definitionOf(shell.scope(), version);
    }

    private Optional<PlannedVisit> visit() {
        if (visit == null) {
            CaseFormView.Header header = form.getView().header();
            visit = plan.find(header.scope(), header.subject(), header.event());
        }
        return visit;
    }
}
