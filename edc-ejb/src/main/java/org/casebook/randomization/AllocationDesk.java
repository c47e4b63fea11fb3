package org.casebook.randomization;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** The unblinded pharmacist's desk: prepares allocation lists and reads what a participant is to receive. */
@Stateless
public class AllocationDesk {

    private static final int MOST_SLOTS = 2_000;

    @Inject
    private Participants participants;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationLists lists;

    @Inject
    private RequestClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private Event<Fact> facts;

    /**
     * Prepares a list, drawn by the study's ratio and block sizes and sealed at once; nobody sees it. A further list for
     * the same stratum is used when the earlier ones are full.
     *
     * @param place one active site; the whole study where the study does not stratify by site
     * @param slots how many participants it takes at least, 1 to 2000; filled up to whole blocks
     */
    @Allowed(Permission.MANAGE_ALLOCATION)
    public PreparedList prepare(Scope place, int slots) {
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new Invalid("A list takes 1 to " + MOST_SLOTS + " slots, not " + slots + ". Give another number.");
        }
        RandomizationDefinition plan = planFor(place);
        PreparedList list =
                lists.make(place, plan, slots, clock.instant(), actor.get().fullName());
        facts.fire(new AllocationListPrepared(place, list.id(), list.slots(), list.sha256()));
        return list;
    }

    /** The lists within the scope, oldest first, with how many slots are used and left. */
    @Allowed(Permission.MANAGE_ALLOCATION)
    public List<PreparedList> lists(Scope scope) {
        return store.lists(scope);
    }

    /** The randomised participants within the scope, without their treatments. */
    @Allowed(Permission.VIEW_ALLOCATION)
    public List<Participant> randomized(Scope scope) {
        return participants.list(scope).stream().filter(Participant::randomized).toList();
    }

    /** What a participant is to receive. The reading itself is an entry of the trail. */
    @Allowed(Permission.VIEW_ALLOCATION)
    public Allocation read(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        if (!participant.randomized()) {
            throw new Invalid("Participant " + subject + " is not randomised, so there is no allocation to read.");
        }
        Slot slot = store.find(participant.scope(), subject)
                .orElseThrow(() -> new NotFound("allocation of", subject, scope));
        String arm = lists.open(participant.study(), slot);
        facts.fire(new AllocationRead(participant.scope(), subject, slot.number()));
        String name = definitions.get(participant.versionId()).arms().stream()
                .filter(candidate -> candidate.oid().equals(arm))
                .map(candidate -> candidate.name().text())
                .findFirst()
                .orElse(arm);
        return new Allocation(subject, slot.number(), arm, name);
    }

    private RandomizationDefinition planFor(Scope place) {
        StudyDefinition study = definitions.get(versionFor(place));
        RandomizationDefinition plan = study.randomization();
        if (plan == null) {
            throw new Invalid("Study " + study.oid() + " does not randomise, so it has no allocation lists.");
        }
        if (!plan.strata().isEmpty()) {
            throw new Invalid(
                    "Study " + study.oid() + " asks for strata beyond the site, which this version of Casebook"
                            + " cannot prepare lists for. Nothing was prepared.");
        }
        if (plan.bySite() == place.wholeStudy()) {
            throw new Invalid(
                    plan.bySite()
                            ? "Lists of this study are prepared site by site. Choose one site."
                            : "This study has one list for all sites. Choose the whole study.");
        }
        return plan;
    }

    private long versionFor(Scope place) {
        if (!place.wholeStudy() && !sites.get(place).active()) {
            SiteView site = sites.get(place);
            throw new Invalid("Site " + site.number() + " is " + site.status().words()
                    + ". Lists are prepared for active sites; an administrator can activate it.");
        }
        return sites.list(place).stream()
                .map(SiteView::versionId)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElseThrow(() -> new Invalid("No study version is in force at " + place + " yet."));
    }
}
