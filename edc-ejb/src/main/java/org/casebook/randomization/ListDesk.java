package org.casebook.randomization;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.access.StepUps;
import org.casebook.allotment.Levels;
import org.casebook.allotment.ListFile;
import org.casebook.allotment.ListFileIsFaulty;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.randomization.PreparedList.By;
import org.casebook.randomization.PreparedList.State;

/**
 * Allocation lists, made by two people: the unblinded statistician prepares them, somebody else reviews and seals them. A list
 * is used once it is sealed, and never changes from then on; more are added behind it.
 */
@Stateless
public class ListDesk {

    private static final int MOST_SLOTS = 2_000;

    @Inject
    private ListPlans plans;

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationLists lists;

    @Inject
    private ListSealing sealing;

    @Inject
    private StepUps stepUps;

    @Inject
    private RequestClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private Event<Fact> facts;

    /**
     * Prepares a list for each combination of the strata, drawn by the study's ratio and block sizes from a seed of its own that
     * is sealed with it. With minimisation one list is opened that grows. A further list for the same stratum is used when the
     * earlier ones are full.
     *
     * @param place one site that is active; the whole study where the study does not stratify by site
     * @param slots how many participants each list takes at least, 1 to 2000; filled up to whole blocks
     */
    @Allowed(Permission.PREPARE_ALLOCATION)
    public List<PreparedList> prepare(Scope place, int slots) {
        if (slots < 1 || slots > MOST_SLOTS) {
            throw new Invalid(Sentence.of("randomization", "slotsBetween", MOST_SLOTS, slots));
        }
        ListPlans.Planned planned = plans.planFor(place);
        RandomizationDefinition plan = planned.plan();
        List<PreparedList> made = new ArrayList<>();
        if (plan.minimises()) {
            requireNoMinimisedList(place);
            made.add(lists.minimise(ListPlace.of(place, Levels.NONE), planned.version(), by()));
        } else {
            for (Levels codes : plans.combinations(planned)) {
                made.add(lists.draw(ListPlace.of(place, codes), plan, planned.version(), slots, by()));
            }
        }
        tell(place, made);
        return made;
    }

    /**
     * Prepares the lists of a file, one for each combination of site and strata in it, each in the file's order.
     *
     * @param study the whole study
     * @param content see {@link ListFile}
     * @throws ListFileIsFaulty with every fault by row; nothing was taken
     */
    @Allowed(Permission.PREPARE_ALLOCATION)
    public List<PreparedList> upload(Scope study, byte[] content) {
        ListPlans.Planned planned = plans.forUpload(study);
        ListFile file = ListFile.read(content, plans.shape(study, planned));
        plans.requireNew(file, store.numbers(study.study()));
        List<PreparedList> made = new ArrayList<>();
        plans.parts(file, planned).forEach((place, slots) -> {
            List<String> arms = slots.stream().map(slot -> slot.arm()).toList();
            List<String> numbers = slots.stream().map(slot -> slot.number()).toList();
            ListPlace where = new ListPlace(study.study(), place.site(), place.codes());
            made.add(lists.take(where, planned.version(), arms, numbers, by()));
        });
        tell(study, made);
        return made;
    }

    /** The lists within the scope, oldest first, with how many slots are used and left. */
    @Allowed(Permission.MANAGE_ALLOCATION)
    public List<PreparedList> lists(Scope scope) {
        return store.lists(scope);
    }

    /** What is to be looked at before a list is sealed. */
    @Allowed(Permission.SEAL_ALLOCATION)
    public ListReview review(Scope scope, UUID list) {
        return sealing.review(scope, list);
    }

    /**
     * Asks for the password, then seals the lists.
     *
     * @param hashes for each list, by its id, the hash as the one who prepared it told it: its first 8 characters or more
     * @return address of the password page
     * @throws ListNotSealed when a list is not what it was said to be, waits no more, or was prepared by the same person
     */
    @Allowed(Permission.SEAL_ALLOCATION)
    public URI requestSealing(Scope scope, Map<UUID, String> hashes) {
        return stepUps.begin(scope, ConfirmedSealing.PURPOSE, sealing.request(scope, hashes));
    }

    /** Withdraws a list that waits to be sealed; it can never be used. */
    @Allowed(Permission.PREPARE_ALLOCATION)
    public void withdraw(Scope scope, UUID list) {
        sealing.withdraw(scope, list);
    }

    private void tell(Scope place, List<PreparedList> made) {
        made.forEach(
                list -> facts.fire(new AllocationListPrepared(place, list, lists.recorded(place.study(), list.id()))));
    }

    private void requireNoMinimisedList(Scope study) {
        if (store.lists(study).stream()
                .anyMatch(list -> list.origin() == PreparedList.Origin.MINIMISED && list.state() != State.WITHDRAWN)) {
            throw new Invalid(Sentence.of("randomization", "minimisedOnce"));
        }
    }

    private By by() {
        return new By(actor.get().id(), actor.get().fullName(), clock.instant());
    }
}
