package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.randomization.ListReview.Proof;
import org.casebook.randomization.PreparedList.By;
import org.casebook.randomization.PreparedList.Origin;
import org.casebook.randomization.PreparedList.State;
import org.casebook.study.Definitions;

/** The second person's look at a list, and what becomes of it. */
@ApplicationScoped
class ListSealing {

    private static final String ROOM = "randomization";

    /** Of the hash, as told by the one who prepared the list. */
    private static final int FEWEST_CHARACTERS = 8;

    @Inject
    private AllocationStore store;

    @Inject
    private AllocationLists lists;

    @Inject
    private Definitions definitions;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    ListReview review(Scope scope, UUID id) {
        AllocationStore.Kept kept = kept(scope, id);
        PreparedList list = kept.list();
        if (kept.making().version() == 0) {
            return new ListReview(list, Map.of(), Proof.NONE, List.of());
        }
        StudyDefinition study = definitions.get(kept.making().version());
        List<String> arms = lists.arms(scope.study(), list);
        Map<String, Long> counts = new LinkedHashMap<>();
        study.arms().forEach(arm -> counts.put(arm.name().shown(), (long) Collections.frequency(arms, arm.oid())));
        return new ListReview(
                list, counts, proof(scope, kept, arms), remarks(study.randomization(), list.origin(), arms));
    }

    /**
     * What is to be sealed once the password was typed.
     *
     * @return to be handed to {@link #seal}
     */
    String request(Scope scope, Map<UUID, String> hashes) {
        if (hashes.isEmpty()) {
            throw new ListNotSealed(Sentence.of(ROOM, "noneChosen"));
        }
        List<String> chosen = new ArrayList<>();
        hashes.forEach((id, told) -> {
            PreparedList list = sealable(scope, id);
            String hash = told == null ? "" : told.strip().toLowerCase(Locale.ROOT);
            if (hash.length() < FEWEST_CHARACTERS || !list.sha256().startsWith(hash)) {
                throw new ListNotSealed(
                        Sentence.of(ROOM, "hashDiffers", Words.quoted(hash), id.toString(), FEWEST_CHARACTERS));
            }
            chosen.add(id.toString());
        });
        return chosen.stream().sorted().collect(Collectors.joining(" "));
    }

    /**
     * @param chosen as {@link #request} gave it
     */
    void seal(Scope scope, String chosen) {
        for (String id : chosen.split(" ")) {
            decide(scope, sealable(scope, UUID.fromString(id)), false);
        }
    }

    void withdraw(Scope scope, UUID id) {
        PreparedList list = kept(scope, id).list();
        requireWaiting(list);
        decide(scope, list, true);
    }

    private PreparedList sealable(Scope scope, UUID id) {
        AllocationStore.Kept kept = kept(scope, id);
        PreparedList list = kept.list();
        requireWaiting(list);
        if (list.prepared().id().equals(actor.get().id())) {
            throw new ListNotSealed(Sentence.of(ROOM, "preparedYourself", id.toString()));
        }
        boolean proven = proof(scope, kept, lists.arms(scope.study(), list)) != Proof.DIFFERS;
        if (!list.intact() || !proven) {
            throw new ListNotSealed(Sentence.of(ROOM, "changedSince", id.toString()));
        }
        return list;
    }

    private static void requireWaiting(PreparedList list) {
        if (list.state() != State.PREPARED) {
            throw new ListNotSealed(Sentence.of(
                    ROOM,
                    list.state() == State.SEALED ? "sealedAlready" : "withdrawnAlready",
                    list.id().toString()));
        }
    }

    private void decide(Scope scope, PreparedList list, boolean withdrawn) {
        By by = new By(actor.get().id(), actor.get().fullName(), clock.instant());
        if (!store.decide(scope.study(), list, by, withdrawn)) {
            throw new ListNotSealed(
                    Sentence.of(ROOM, "changedBetween", list.id().toString()));
        }
        Scope place = list.site().isEmpty() ? Scope.of(scope.study()) : Scope.of(scope.study(), list.site());
        facts.fire(new AllocationListDecided(place, list, !withdrawn));
    }

    private Proof proof(Scope scope, AllocationStore.Kept kept, List<String> arms) {
        if (kept.list().origin() != Origin.DRAWN || kept.making().seed() == null) {
            return Proof.NONE;
        }
        RandomizationDefinition plan = definitions.get(kept.making().version()).randomization();
        return lists.redrawn(scope.study(), kept.list(), plan, kept.making()).equals(arms)
                ? Proof.REDRAWN
                : Proof.DIFFERS;
    }

    /** Only lists from elsewhere can be out of ratio. */
    private static List<String> remarks(RandomizationDefinition plan, Origin origin, List<String> arms) {
        return origin == Origin.UPLOADED
                ? new org.casebook.allotment.ListFile(arms.stream()
                                .map(arm -> new org.casebook.allotment.ListedSlot("", "", Map.of(), arm, ""))
                                .toList())
                        .remarks(plan.ratio())
                : List.of();
    }

    private AllocationStore.Kept kept(Scope scope, UUID id) {
        return store.kept(scope).stream()
                .filter(kept -> kept.list().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("allocation list", id.toString(), scope));
    }
}
