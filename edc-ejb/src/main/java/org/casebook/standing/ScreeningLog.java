package org.casebook.standing;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.audit.AuditLine;
import org.casebook.audit.Testimony;
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
import org.casebook.whereabouts.MoveLine;
import org.casebook.whereabouts.Whereabouts;

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
    private Whereabouts whereabouts;

    @Inject
    private Testimony testimony;

    @Inject
    private SiteRegister sites;

    @Inject
    private Event<Fact> facts;

    /**
     * Everybody within the scope, by screening number; of one site also who was screened there and went to another since, as he
     * stood then.
     */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<ScreeningLine> list(Scope scope) {
        Map<String, List<StandingLine>> taken = steps.list(scope).stream()
                .filter(StandingStep::holds)
                .collect(Collectors.groupingBy(
                        StandingStep::subject, Collectors.mapping(StandingStep::toLine, Collectors.toList())));
        Map<String, String> earlier = rescreenings.list(scope);
        Map<String, MoveLine> arrivals = whereabouts.arrivals(scope);
        Map<String, ZoneId> zones =
                sites.list(scope).stream().collect(Collectors.toMap(SiteView::number, SiteView::zone));
        Stream<ScreeningLine> here = participants.list(scope).stream().map(person -> {
            ZoneId zone = zones.get(person.site());
            LocalDate consented = person.gate().consentDate();
            List<StandingLine> own = taken.getOrDefault(person.key(), List.of());
            ScreeningLine.Known known = new ScreeningLine.Known(
                    day(person.addedAt(), zone), consented, randomizedOn(person, zone, Instant.MAX), own);
            MoveLine move = arrivals.get(person.key());
            return ScreeningLine.of(person.site(), person.key(), known, earlier.get(person.key()), moved(move));
        });
        Stream<ScreeningLine> left = scope.wholeStudy()
                ? Stream.empty()
                : whereabouts.departures(scope).stream().map(move -> gone(scope, move, zones.get(move.from())));
        return Stream.concat(here, left)
                .sorted(Comparator.comparing(ScreeningLine::subject))
                .toList();
    }

    private ScreeningLine gone(Scope place, MoveLine move, ZoneId zone) {
        Scope study = Scope.of(place.study());
        Participant person = participants.get(study, move.subject());
        List<StandingLine> taken = steps.list(study, person.key()).stream()
                .map(StandingStep::toLine)
                .filter(line -> line.at().isBefore(move.at()))
                .filter(line -> line.holds() || line.back().at().isAfter(move.at()))
                .toList();
        LocalDate consented = testimony.about(study, person.key()).stream()
                .filter(line ->
                        line.action().equals("consent-recorded") && line.at().isBefore(move.at()))
                .reduce((before, after) -> after)
                .map(AuditLine::newValue)
                .map(LocalDate::parse)
                .orElse(null);
        ScreeningLine.Known known = new ScreeningLine.Known(
                day(person.addedAt(), zone), consented, randomizedOn(person, zone, move.at()), taken);
        return ScreeningLine.of(
                move.from(), person.key(), known, rescreenings.list(study).get(person.key()), moved(move));
    }

    private static ScreeningLine.Moved moved(MoveLine move) {
        return move == null ? null : new ScreeningLine.Moved(move.from(), move.to(), move.on());
    }

    private static LocalDate randomizedOn(Participant person, ZoneId zone, Instant until) {
        return person.randomized() && person.randomization().at().isBefore(until)
                ? day(person.randomization().at(), zone)
                : null;
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

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
