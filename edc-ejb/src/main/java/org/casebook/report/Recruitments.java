package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.standing.StandingHistory;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.whereabouts.MoveLine;
import org.casebook.whereabouts.Whereabouts;

/**
 * Recruitment beside its plan, which counts for the study as a whole; a site alone has none. Who was transferred since counts where he was when he was screened, and when he
 * entered the study.
 */
@ApplicationScoped
class Recruitments {

    @Inject
    private Participants participants;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private StandingHistory standing;

    @Inject
    private RequestClock clock;

    Recruitment of(Scope scope) {
        if (!scope.wholeStudy()) {
            // refuses a site that does not exist, which would look like one where nobody takes part
            sites.get(scope);
        }
        StudyDefinition study = newest(Scope.of(scope.study()));
        boolean randomizes = study != null && study.randomizes();
        return RecruitmentPolicy.of(
                times(scope, Participant::addedAt),
                times(scope, randomizes ? Recruitments::randomizedAt : enrolledAt(scope)),
                randomizes,
                scope.wholeStudy() && study != null ? study.recruitment() : null,
                clock.today(ZoneOffset.UTC));
    }

    private static Instant randomizedAt(Participant person) {
        return person.randomized() ? person.randomization().at() : null;
    }

    private Function<Participant, Instant> enrolledAt(Scope scope) {
        Map<String, LocalDate> days = standing.enrolled(Scope.of(scope.study()));
        return person -> Optional.ofNullable(days.get(person.key()))
                .map(day -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))
                .orElse(null);
    }

    private List<Instant> times(Scope scope, Function<Participant, Instant> when) {
        Scope study = Scope.of(scope.study());
        Map<String, List<MoveLine>> moves = whereabouts.all(study);
        Stream<Participant> left = scope.wholeStudy()
                ? Stream.empty()
                : whereabouts.departures(scope).stream().map(line -> participants.get(study, line.subject()));
        return Stream.concat(participants.list(scope).stream(), left)
                .filter(person -> when.apply(person) != null)
                .filter(person -> scope.wholeStudy()
                        || scope.site()
                                .equals(Whereabouts.siteAt(
                                        person, moves.getOrDefault(person.key(), List.of()), when.apply(person))))
                .map(when)
                .toList();
    }

    /** The version that was loaded last of those in force; null where none is. */
    private StudyDefinition newest(Scope study) {
        return sites.list(study).stream()
                .map(SiteView::versionId)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(definitions::get)
                .orElse(null);
    }
}
