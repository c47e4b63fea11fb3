package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition.RecruitmentPlan;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.whereabouts.MoveLine;
import org.casebook.whereabouts.Whereabouts;

/** Recruitment beside its plan. Who was transferred since counts where he was when he was screened, and when he was randomised. */
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
    private RequestClock clock;

    Recruitment of(Scope scope) {
        return RecruitmentPolicy.of(
                times(scope, Participant::addedAt),
                times(
                        scope,
                        person -> person.randomized() ? person.randomization().at() : null),
                planFor(scope),
                clock.today(ZoneOffset.UTC));
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

    /** The plan counts for the study as a whole; a site alone has none. */
    private RecruitmentPlan planFor(Scope scope) {
        if (!scope.wholeStudy()) {
            return null;
        }
        return sites.list(scope).stream()
                .map(SiteView::versionId)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(version -> definitions.get(version).randomization())
                .map(RandomizationDefinition::recruitment)
                .orElse(null);
    }
}
