package org.casebook.deviation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.deviation.DeviationTurned.Act;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.schedule.Visits;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** The list of deviations from the protocol: those that the system noticed, and those that people record. */
@Stateless
public class DeviationDesk {

    @Inject
    private Deviations deviations;

    @Inject
    private Participants participants;

    @Inject
    private Definitions definitions;

    @Inject
    private SiteRegister sites;

    @Inject
    private Visits visits;

    @Inject
    private Blinding blinding;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Those of the scope that the filter lets pass, the latest day first. */
    @Allowed(Permission.VIEW_DATA)
    public List<DeviationView> list(Scope scope, DeviationFilter filter) {
        Map<String, Participant> people =
                participants.list(scope).stream().collect(Collectors.toMap(Participant::key, Function.identity()));
        return deviations.list(scope).stream()
                .filter(this::isSeen)
                .map(one -> one.view(telling(one.scope(), people.get(one.subject()))))
                .filter(filter::lets)
                .toList();
    }

    /**
     * Records what somebody knows.
     *
     * @throws org.casebook.kernel.Invalid when something is missing, of another study, or in the future
     */
    @Allowed(Permission.RECORD_DEVIATION)
    public DeviationView record(Scope scope, NewDeviation said) {
        NewDeviation settled = settled(scope, said);
        Scope place = placeOf(scope, settled.subject());
        Deviation deviation = new Deviation(place, settled, person(), clock.instant());
        deviations.add(deviation);
        return turned(deviation, Act.RECORDED, null, null);
    }

    /** Tells one anew that a person recorded; whose it is stays. */
    @Allowed(Permission.RECORD_DEVIATION)
    public DeviationView change(Scope scope, long id, NewDeviation said, String reason) {
        String why = why(reason);
        Deviation deviation = open(scope, id);
        String before = deviation.text();
        NewDeviation own = new NewDeviation(
                deviation.subject(),
                said.event(),
                said.form(),
                said.on(),
                said.category(),
                said.weight(),
                said.description());
        deviation.correct(settled(deviation.scope(), own));
        return turned(deviation, Act.CHANGED, before, why);
    }

    /**
     * Says how much one matters.
     *
     * @param weight null: it is to be judged anew
     */
    @Allowed(Permission.RECORD_DEVIATION)
    public DeviationView weigh(Scope scope, long id, Weight weight, String reason) {
        String why = why(reason);
        Deviation deviation = open(scope, id);
        String before = deviation.text();
        deviation.weigh(weight);
        return turned(deviation, Act.WEIGHED, before, why);
    }

    /** Says that it is none. What the system noticed stands again once the days that it was noticed by change. */
    @Allowed(Permission.RECORD_DEVIATION)
    public DeviationView makeVoid(Scope scope, long id, String reason) {
        String why = why(reason);
        Deviation deviation = open(scope, id);
        String before = deviation.text();
        deviation.makeVoid(why, person(), clock.instant());
        return turned(deviation, Act.VOIDED, before, why);
    }

    /** Says that one is a deviation after all. */
    @Allowed(Permission.RECORD_DEVIATION)
    public DeviationView reinstate(Scope scope, long id, String reason) {
        String why = why(reason);
        Deviation deviation = open(scope, id);
        String before = deviation.text();
        deviation.reinstate();
        return turned(deviation, Act.REINSTATED, before, why);
    }

    /** That there is one at a visit which only one arm has would tell the arm. */
    private boolean isSeen(Deviation deviation) {
        return !blinding.seenBy(deviation.scope()).hidesEvent(deviation.event());
    }

    private Deviation open(Scope scope, long id) {
        Deviation deviation = deviations.get(scope, id);
        if (!isSeen(deviation)) {
            throw new NotFound("deviation", id, scope);
        }
        if (deviation.subject() != null) {
            participants.requireOpen(deviation.scope(), deviation.subject());
        }
        return deviation;
    }

    private DeviationView turned(Deviation deviation, Act act, String before, String why) {
        facts.fire(DeviationTurned.of(deviation, act, before, why));
        Participant participant =
                deviation.subject() == null ? null : participants.get(deviation.scope(), deviation.subject());
        return deviation.view(telling(deviation.scope(), participant));
    }

    private Telling telling(Scope place, Participant participant) {
        long version = participant == null ? definitions.released(place.study()) : participant.versionId();
        return new Telling(definitions.get(version));
    }

    private NewDeviation settled(Scope scope, NewDeviation said) {
        Scope place = placeOf(scope, said.subject());
        Participant participant = said.subject() == null ? null : participants.requireOpen(place, said.subject());
        if (participant != null) {
            visits.requireOnPlan(participant, said.event());
        }
        return new SayingPolicy(telling(place, participant).study(), clock.today(sites.zone(place))).settle(said);
    }

    private Scope placeOf(Scope scope, String subject) {
        if (subject != null) {
            return participants.get(scope, subject).scope();
        }
        return SayingPolicy.requireSite(scope);
    }

    private static String why(String reason) {
        return Words.needed(reason, Sentence.of("deviation", "noReason"));
    }

    private String person() {
        return actor.get().fullName();
    }
}
