package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Objects;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition.RecruitmentPlan;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participants;

/** Recruitment beside its plan. */
@ApplicationScoped
class Recruitments {

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private RequestClock clock;

    Recruitment of(Scope scope) {
        return RecruitmentPolicy.of(participants.list(scope), planFor(scope), clock.today(ZoneOffset.UTC));
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
