package org.casebook.deviation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.casebook.definition.StudyDefinition;
import org.casebook.schedule.Anchor;
import org.casebook.schedule.PlannedVisit;
import org.casebook.subject.Participant;

/**
 * What is recorded about one participation, as far as deviations show in it.
 *
 * @param plan the whole schedule, in the study's order
 * @param anchors captured dates that windows count from
 * @param enrolledOn day of randomisation or enrolment at the site; null before
 * @param zone of the site
 * @param lateNoticed whether it was noticed, when the participant was enrolled, that eligibility was not signed
 */
record Conduct(
        Participant participant,
        StudyDefinition study,
        List<PlannedVisit> plan,
        Map<Anchor, LocalDate> anchors,
        LocalDate enrolledOn,
        ZoneId zone,
        boolean lateNoticed) {}
