package org.casebook.duplicate;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.standing.Rescreened;
import org.casebook.subject.Participants;

/** Participants that look like one person, and what is decided about them. */
@Stateless
public class DuplicateDesk {

    @Inject
    private Duplicates duplicates;

    @Inject
    private Participants participants;

    @Inject
    private Rescreened rescreened;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Those of which one is at a site of the scope, the latest first.
     *
     * @param state only those in this state; null: all
     */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<DuplicateView> list(Scope scope, DuplicateState state) {
        return duplicates.list(scope).stream()
                .filter(row -> state == null || row.state() == state)
                .map(row -> view(
                        row,
                        row.two().site().equals(scope.site())
                                && !row.one().site().equals(scope.site())))
                .toList();
    }

    /** Those of one participant that were not taken back, the first one first; without who is linked to him as screened again. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<DuplicateView> of(Scope scope, String subject) {
        Scope place = participants.get(scope, subject).scope();
        Set<String> links = rescreened.samePerson(Scope.of(scope.study()), subject);
        return duplicates.of(place, subject).stream()
                .filter(row -> row.state() != DuplicateState.TAKEN_BACK)
                .filter(row -> !links.contains(row.one().subject())
                        || !links.contains(row.two().subject()))
                .map(row -> view(row, row.two().subject().equals(subject)))
                .toList();
    }

    /**
     * Decides whether two participants are one person, or decides otherwise than before. Where the same person failed screening at
     * the same site before, the later number is linked to the earlier as screened again.
     *
     * @param samePerson true: one person; false: two
     * @param reason why, in the person's words; never blank
     * @throws Invalid when whoever decides does not see both
     */
    @Allowed(Permission.DECIDE_DUPLICATE)
    public DuplicateView decide(Scope scope, long id, boolean samePerson, String reason) {
        String why = Words.needed(reason, Sentence.of("duplicate", "noReason"));
        Duplicate row = duplicates.hold(scope, id);
        if (!maySee(row)) {
            throw new Invalid(Sentence.of("duplicate", "notYours"));
        }
        DuplicateState before = row.state();
        row.decide(
                samePerson ? DuplicateState.SAME : DuplicateState.DIFFERENT,
                why,
                actor.get().fullName(),
                clock.instant());
        facts.fire(new DuplicateTurned(row.study(), row.one(), row.two(), before, row.state(), why));
        if (samePerson && !row.isAcrossSites()) {
            rescreened.linkIfFailed(
                    row.placeOf(row.one()), row.one().subject(), row.two().subject());
        }
        return view(row, false);
    }

    /**
     * @param turned whether the second one is whom he asks about
     */
    private DuplicateView view(Duplicate row, boolean turned) {
        boolean both = maySee(row);
        boolean decidable = both
                && row.state() != DuplicateState.TAKEN_BACK
                && may(Permission.DECIDE_DUPLICATE, row.placeOf(row.one()))
                && may(Permission.DECIDE_DUPLICATE, row.placeOf(row.two()));
        DuplicateView.Decision said = row.decision();
        return new DuplicateView(
                row.id(),
                turned ? row.two() : row.one(),
                !both ? null : turned ? row.one() : row.two(),
                row.state(),
                row.noticedAt(),
                both || said == null ? said : new DuplicateView.Decision(null, said.at(), null),
                decidable);
    }

    private boolean maySee(Duplicate row) {
        return may(Permission.VIEW_SUBJECTS, row.placeOf(row.one()))
                && may(Permission.VIEW_SUBJECTS, row.placeOf(row.two()));
    }

    private boolean may(Permission permission, Scope place) {
        return actor.get().may(permission, place);
    }
}
