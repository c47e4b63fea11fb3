package org.casebook.duplicate;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebook.capture.CaseBook;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.standing.Rescreened;
import org.casebook.standing.StandingChanged;
import org.casebook.standing.StandingTakenBack;
import org.casebook.standing.SubjectRescreened;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectAdded;
import org.casebook.subject.TraitsChanged;
import org.casebook.subject.WithdrawalScope;

/**
 * Looks for others that look like one participant whenever his forms say otherwise than before who he is, in the transaction of the
 * change, by whatever way it came: typed, sent, or from a file.
 */
@Dependent
public class DuplicateKeeper {

    @Inject
    private PersonMarks marks;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Participants participants;

    @Inject
    private Rescreened rescreened;

    @Inject
    private Definitions definitions;

    @Inject
    private CaseBook book;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    void hear(@Observes SubjectAdded fact) {
        marks.begin(fact.scope(), fact.subject());
    }

    void hear(@Observes TraitsChanged told) {
        look(told.scope(), told.subject());
    }

    /** Data of who withdrew from their use are compared with nobody's. */
    void hear(@Observes StandingChanged fact) {
        if (fact.step().from() == WithdrawalScope.DATA) {
            look(fact.scope(), fact.subject());
        }
    }

    void hear(@Observes StandingTakenBack fact) {
        look(fact.scope(), fact.subject());
    }

    /** Who is screened again is the same person, and no duplicate. */
    void hear(@Observes SubjectRescreened fact) {
        Scope study = Scope.of(fact.scope().study());
        Set<String> links = rescreened.samePerson(study, fact.subject());
        duplicates.hold(study, fact.subject()).stream()
                .filter(row -> links.contains(otherThan(row, fact.subject())))
                .forEach(this::takeBack);
    }

    private void look(Scope scope, String subject) {
        Participant person = participants.get(scope, subject);
        Optional<String> mark = markOf(person);
        if (mark.isPresent()) {
            marks.hold(person.study());
            Scope study = Scope.of(person.study());
            // those from before marks were kept; all of them once
            marks.missing(person.study()).stream()
                    .filter(key -> !key.equals(subject))
                    .map(key -> participants.get(study, key))
                    .forEach(other -> compare(other, markOf(other)));
        }
        compare(person, mark);
    }

    private void compare(Participant person, Optional<String> mark) {
        if (!marks.keep(person, mark)) {
            return;
        }
        Scope study = Scope.of(person.study());
        Set<String> links = rescreened.samePerson(study, person.key());
        List<String> alike = mark.map(known -> marks.others(person, known)).orElse(List.of()).stream()
                .filter(key -> !links.contains(key))
                .toList();
        turn(person, alike);
    }

    private void turn(Participant person, List<String> alike) {
        Scope study = Scope.of(person.study());
        Instant now = clock.instant();
        Set<String> before = new HashSet<>();
        duplicates.hold(study, person.key()).forEach(row -> before.add(otherThan(row, person.key())));
        alike.stream()
                .filter(key -> !before.contains(key))
                .forEach(key -> duplicates.begin(person, participants.get(study, key), now));
        for (Duplicate row : duplicates.hold(study, person.key())) {
            String other = otherThan(row, person.key());
            if (!alike.contains(other)) {
                takeBack(row);
            } else if (row.notice(now)) {
                tell(row, before.contains(other) ? DuplicateState.TAKEN_BACK : null);
            }
        }
    }

    private Optional<String> markOf(Participant person) {
        boolean withdrawn = person.stopped() != null && person.stopped().withdrawnFrom() == WithdrawalScope.DATA;
        return withdrawn
                ? Optional.empty()
                : new PersonTraits(definitions.get(person.versionId()))
                        .of(book.ofSubject(person.scope(), person.key()))
                        .map(traits -> marks.markOf(person.study(), traits));
    }

    private static String otherThan(Duplicate row, String subject) {
        return row.one().subject().equals(subject)
                ? row.two().subject()
                : row.one().subject();
    }

    private void takeBack(Duplicate row) {
        if (row.takeBack()) {
            tell(row, DuplicateState.SUSPECTED);
        }
    }

    private void tell(Duplicate row, DuplicateState before) {
        facts.fire(new DuplicateTurned(row.study(), row.one(), row.two(), before, row.state(), null));
    }
}
