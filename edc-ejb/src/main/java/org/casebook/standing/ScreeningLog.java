package org.casebook.standing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.subject.Admission;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectStatus;

/** Everybody who was screened, and how that came out (ICH E6(R3), essential records: subject screening log). */
@Stateless
public class ScreeningLog {

    @Inject
    private StandingSteps steps;

    @Inject
    private Rescreenings rescreenings;

    @Inject
    private Participants participants;

    @Inject
    private Admission admission;

    @Inject
    private SiteRegister sites;

    @Inject
    private Event<Fact> facts;

    /** Everybody within the scope, by screening number. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<ScreeningLine> list(Scope scope) {
        Map<String, List<StandingLine>> taken = steps.list(scope).stream()
                .filter(StandingStep::holds)
                .collect(Collectors.groupingBy(
                        StandingStep::subject, Collectors.mapping(StandingStep::toLine, Collectors.toList())));
        Map<String, String> earlier = rescreenings.list(scope);
        Map<String, ZoneId> zones =
                sites.list(scope).stream().collect(Collectors.toMap(SiteView::number, SiteView::zone));
        return participants.list(scope).stream()
                .map(person -> line(
                        person,
                        zones.get(person.site()),
                        taken.getOrDefault(person.key(), List.of()),
                        earlier.get(person.key())))
                .toList();
    }

    /**
     * Screens somebody again who failed before: under a new number, which leads to the earlier one.
     *
     * @param subject the earlier number
     * @return the new participant
     */
    @Allowed(Permission.ENROL)
    public Participant rescreen(Scope scope, String subject) {
        Participant before = participants.hold(scope, subject);
        if (before.status() != SubjectStatus.SCREEN_FAILED) {
            throw new Invalid(Sentence.of("standing", "notFailed", subject));
        }
        Scope place = before.scope();
        rescreenings.list(place).forEach((later, earlier) -> {
            if (earlier.equals(subject)) {
                throw new Invalid(Sentence.of("standing", "rescreenedAlready", subject, later));
            }
        });
        Participant added = admission.admit(place, null, Set.of());
        rescreenings.add(place, added.key(), subject);
        facts.fire(new SubjectRescreened(place, added.key(), subject));
        return added;
    }

    private static ScreeningLine line(Participant person, ZoneId zone, List<StandingLine> taken, String earlier) {
        StandingLine last = taken.isEmpty() ? null : taken.get(taken.size() - 1);
        StandingLine enrolled = taken.stream()
                .filter(step -> step.status() == SubjectStatus.ENROLLED)
                .findFirst()
                .orElse(null);
        LocalDate randomizedOn =
                person.randomized() ? day(person.randomization().at(), zone) : null;
        return ScreeningLine.of(person, day(person.addedAt(), zone), randomizedOn, last, enrolled, earlier);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
