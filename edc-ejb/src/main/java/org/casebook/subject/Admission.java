package org.casebook.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import org.casebook.kernel.Fact;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;

/** Gives participants their screening numbers. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Admission {

    private static final String ROOM = "subject";
    /** Why nobody is added while enrolment is closed. */
    static final Sentence STUDY_LOCKED = Sentence.of(ROOM, "studyLocked");

    private static final int MOST_DIGITS = 6;

    @Inject
    private Subjects subjects;

    @Inject
    private SiteRegister sites;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Adds a participant to the screening log of a site, with its next number.
     *
     * @param place one site; refused when it is not active or enrolment is closed
     */
    Participant admit(Scope place) {
        return admit(place, null, Set.of());
    }

    /**
     * Adds a participant whom another system numbered. Its number stays where it is one of this site that nobody has;
     * otherwise it gets the next. Numbers that are kept may leave gaps.
     *
     * @param wanted as the other system calls it; null: the next number
     * @param reserved numbers that are others', who are still to come; they are left out
     */
    public Participant admit(Scope place, String wanted, Set<String> reserved) {
        SiteView site = sites.get(place);
        requireTaking(site);
        String key = key(place, wanted, reserved);
        Subject subject = new Subject(place, key, site.versionId(), clock.instant());
        subjects.add(subject);
        facts.fire(new SubjectAdded(place, key, site.versionId()));
        return subject.view();
    }

    private String key(Scope place, String wanted, Set<String> reserved) {
        String own = place.site() + "-";
        boolean kept = wanted != null
                && wanted.startsWith(own)
                && wanted.substring(own.length()).matches("\\d{3," + MOST_DIGITS + "}")
                && subjects.find(Scope.of(place.study()), wanted).isEmpty();
        if (kept) {
            subjects.countUpTo(place, Integer.parseInt(wanted.substring(own.length())));
            return wanted;
        }
        String next;
        do {
            next = "%s%03d".formatted(own, subjects.nextNumber(place));
        } while (reserved.contains(next));
        return next;
    }

    private void requireTaking(SiteView site) {
        if (!site.active()) {
            throw new SiteTakesNoParticipants(Sentence.of(
                    ROOM,
                    "siteNotActive",
                    site.number(),
                    site.name(),
                    site.status().words()));
        }
        if (site.versionId() == null) {
            Sentence mend = site.planned().stream()
                    .map(next -> Sentence.of(ROOM, "versionComes", next.from().toString()))
                    .findFirst()
                    .orElse(Sentence.of(ROOM, "versionAssigned"));
            throw new SiteTakesNoParticipants(Sentence.of(ROOM, "noVersionInForce", site.number(), mend));
        }
        if (subjects.enrolmentClosed(site.study())) {
            throw new SiteTakesNoParticipants(STUDY_LOCKED);
        }
    }
}
