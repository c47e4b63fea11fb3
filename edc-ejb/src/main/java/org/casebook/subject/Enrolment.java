package org.casebook.subject;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Words;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;

/** The screening log: who was added, and how each participation went and ended. */
@Stateless
public class Enrolment {

    @Inject
    private Subjects subjects;

    @Inject
    private SiteRegister sites;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * Adds a participant to the screening log of a site and gives the next screening number, for example {@code
     * 101-001}. Numbers of a site have no gaps and are never given twice.
     *
     * @param place one site; refused when it is not active or enrolment is closed
     */
    @Allowed(Permission.ENROL)
    public Participant add(Scope place) {
        SiteView site = sites.get(place);
        requireTaking(site);
        String key = "%s-%03d".formatted(site.number(), subjects.nextNumber(place));
        Subject subject = new Subject(place, key, site.versionId(), clock.instant());
        subjects.add(subject);
        facts.fire(new SubjectAdded(place, key, site.versionId()));
        return subject.view();
    }

    /** Participants within the scope, by screening number. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<Participant> list(Scope scope, SubjectFilter filter) {
        return subjects.list(scope, filter).stream().map(Subject::view).toList();
    }

    /** How many participants the filter finds, on all pages together. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public long count(Scope scope, SubjectFilter filter) {
        return subjects.count(scope, filter);
    }

    @Allowed(Permission.VIEW_SUBJECTS)
    public Participant get(Scope scope, String subject) {
        return subjects.get(scope, subject).view();
    }

    /**
     * Ends a participation.
     *
     * @param how screen failure (from screening), withdrawal, or completion (after randomisation)
     * @param date site-local date of the end; not in the future
     * @param reason why, in the person's words; never blank
     */
    @Allowed(Permission.ENROL)
    public Participant end(Scope scope, String subject, SubjectStatus how, LocalDate date, String reason) {
        requireReason(reason);
        Subject found = subjects.get(scope, subject);
        requirePast(found, date);
        SubjectStatus before = found.status();
        found.end(how, date, reason.strip());
        facts.fire(new SubjectStatusChanged(found.scope(), subject, before, how, reason.strip()));
        return found.view();
    }

    /** Takes the end of a participation back, with a reason. */
    @Allowed(Permission.ENROL)
    public Participant reinstate(Scope scope, String subject, String reason) {
        requireReason(reason);
        Subject found = subjects.get(scope, subject);
        SubjectStatus before = found.status();
        found.reinstate();
        facts.fire(new SubjectStatusChanged(found.scope(), subject, before, found.status(), reason.strip()));
        return found.view();
    }

    private void requireTaking(SiteView site) {
        if (!site.active()) {
            throw new SiteTakesNoParticipants("Site " + site.number() + " (" + site.name() + ") is "
                    + site.status().words()
                    + ", so no participant can be added there. An administrator can activate it.");
        }
        if (site.versionId() == null) {
            throw new SiteTakesNoParticipants("Site " + site.number() + " has no study version in force yet, so no"
                    + " participant can be added there. "
                    + site.planned().stream()
                            .findFirst()
                            .map(next -> "One comes into force on " + next.from() + ".")
                            .orElse("An administrator can assign one."));
        }
        subjects.enrolmentClosed(site.study()).ifPresent(sentence -> {
            throw new SiteTakesNoParticipants(sentence);
        });
    }

    private void requirePast(Subject subject, LocalDate date) {
        if (date == null) {
            throw new Invalid("The date of the end is missing. Give the date at the site, for example 2026-03-31.");
        }
        LocalDate today = clock.today(sites.get(subject.scope()).zone());
        if (date.isAfter(today)) {
            throw new Invalid("The date " + date + " lies in the future (today at the site is " + today
                    + "). Give the date on which the participation really ended.");
        }
    }

    private static void requireReason(String reason) {
        Words.needed(reason, "A reason is missing. Say in a few words why, then try again.");
    }
}
