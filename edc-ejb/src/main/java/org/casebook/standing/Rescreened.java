package org.casebook.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.subject.SubjectStatus;

/** Who was screened again under which number, for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Rescreened {

    @Inject
    private Rescreenings rescreenings;

    @Inject
    private Participants participants;

    @Inject
    private Event<Fact> facts;

    /** The screening numbers that lead to one another from this one, itself too. */
    public Set<String> samePerson(Scope study, String subject) {
        Map<String, String> earlier = rescreenings.list(study);
        Set<String> known = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(subject));
        while (!next.isEmpty()) {
            String number = next.pop();
            if (known.add(number)) {
                earlier.entrySet().stream()
                        .filter(link ->
                                link.getKey().equals(number) || link.getValue().equals(number))
                        .flatMap(link -> Stream.of(link.getKey(), link.getValue()))
                        .forEach(next::push);
            }
        }
        return known;
    }

    /** Links two numbers of one person where the earlier one failed screening and neither is linked that way yet. */
    public void linkIfFailed(Scope place, String one, String two) {
        Participant first = participants.hold(place, one);
        Participant second = participants.hold(place, two);
        boolean inOrder = first.addedAt().isBefore(second.addedAt());
        Participant earlier = inOrder ? first : second;
        Participant later = inOrder ? second : first;
        Map<String, String> links = rescreenings.list(place);
        if (earlier.status() == SubjectStatus.SCREEN_FAILED
                && !links.containsKey(later.key())
                && !links.containsValue(earlier.key())) {
            rescreenings.add(place, later.key(), earlier.key());
            facts.fire(new SubjectRescreened(place, later.key(), earlier.key()));
        }
    }
}
