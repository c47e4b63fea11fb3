package org.casebook.replay;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.audit.Testimony;
import org.casebook.concealment.TrailSeal;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.randomization.AllocationRead;
import org.casebook.randomization.Treatments;
import org.casebook.replay.TrailReading.Entry;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Works past allocations out again from the audit trail, and says whether they come out the same. */
@Stateless
public class ReplayDesk {

    @Inject
    private Testimony testimony;

    @Inject
    private TrailSeal trailSeal;

    @Inject
    private Participants participants;

    @Inject
    private Treatments treatments;

    @Inject
    private Definitions definitions;

    @Inject
    private Event<Fact> facts;

    /**
     * Works the allocation of one participant out again. It tells the arm, so the reading is an entry of the trail.
     *
     * @throws NotFound when it has none within the scope
     * @throws NotInTheTrail when the trail holds too little
     */
    @Allowed(Permission.VIEW_BALANCE)
    public Replayed replay(Scope scope, String subject) {
        Participant participant = participants.get(scope, subject);
        if (!participant.randomized()) {
            throw new NotFound("allocation of", subject, scope);
        }
        Replayed replayed = replayed(study(scope), participant);
        facts.fire(new AllocationRead(participant.scope(), subject, replayed.number()));
        return replayed;
    }

    /** Works all allocations within the scope out again. The reading is an entry of the trail. */
    @Allowed(Permission.VIEW_BALANCE)
    public List<Replayed> replayAll(Scope scope) {
        Study study = study(scope);
        List<Replayed> all = participants.list(scope).stream()
                .filter(Participant::randomized)
                .map(participant -> replayed(study, participant))
                .toList();
        facts.fire(AllocationRead.ofAll(scope));
        return all;
    }

    private record Study(TrailReading reading, Replaying replaying) {}

    /** Allocations depend on those of other sites, so the whole study is read. */
    private Study study(Scope scope) {
        Scope whole = Scope.of(scope.study());
        TrailReading reading = new TrailReading(scope.study(), testimony.of(whole, "slot-allocated"), trailSeal);
        TrailLists lists = new TrailLists(
                scope.study(),
                testimony.of(whole, "allocation-list-prepared"),
                testimony.of(whole, "allocation-list-sealed"),
                trailSeal);
        return new Study(
                reading,
                new Replaying(
                        scope.study(),
                        reading,
                        lists,
                        trailSeal,
                        version -> definitions.get(version).randomization()));
    }

    private Replayed replayed(Study study, Participant participant) {
        String subject = participant.key();
        if (study.reading().unreadable(subject)) {
            throw new NotInTheTrail(Sentence.of("replay", "tooOld", subject));
        }
        Entry entry = study.reading().of(subject).stream()
                .findFirst()
                .orElseThrow(() -> new NotInTheTrail(Sentence.of("replay", "noEntry", subject)));
        return study.replaying().replay(entry, treatments.of(participant).arm());
    }
}
