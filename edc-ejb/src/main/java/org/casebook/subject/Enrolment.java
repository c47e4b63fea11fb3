package org.casebook.subject;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Words;
import org.casebook.site.SiteRegister;

/** The screening log: who was added, and how each participation went and ended. */
@Stateless
public class Enrolment {

    @Inject
    private Subjects subjects;

    @Inject
    private Admission admission;

    @Inject
    private SiteRegister sites;

    @Inject
    private CurrentActor actor;

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
        return admission.admit(place);
    }

    /**
     * As {@link #add(Scope)}; the same key again gives the participant that it added.
     *
     * @param key chosen by the sender, unique for this request, at most 64 characters; null or blank: none
     * @throws RequestKeyIsUsed when the key came for another site, or from another person
     */
    @Allowed(Permission.ENROL)
    public Participant add(Scope place, String key) {
        if (key == null || key.isBlank() || place.wholeStudy()) {
            return admission.admit(place);
        }
        AddRequest request = new AddRequest(place, key, actor.get().id());
        return subjects.answered(request, clock.instant())
                .map(subject -> subjects.get(place, subject).view())
                .orElseGet(() -> {
                    Participant added = admission.admit(place);
                    subjects.remember(request, added.key());
                    return added;
                });
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
