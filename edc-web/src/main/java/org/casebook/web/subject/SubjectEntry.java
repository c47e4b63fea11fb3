package org.casebook.web.subject;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Randomization;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Words;

/** What the buttons of the participants' pages send. */
@Path("subjects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SubjectEntry {

    @Inject
    private Enrolment enrolment;

    @Inject
    private VisitPlan plan;

    @Inject
    private Randomization randomization;

    @BeanParam
    private PlaceSent place;

    /**
     * Where to add.
     *
     * @param site null when the page's own site is meant
     * @param key the same key again gives the same participant; null: none
     */
    public record NewSubject(String site, String key) {}

    /** A visit's date at the site, ISO 8601, with the reason where one is due. */
    public record VisitDay(String date, String reason) {}

    /** What was done, as a sentence. */
    public record Done(String subject, String site, String sentence) {}

    /**
     * What is said of the hours of a visit on its form.
     *
     * @param tone style classes
     */
    public record HourNote(String text, String tone) {}

    @POST
    public Done add(NewSubject wanted) {
        Scope page = place.scope();
        boolean named = wanted != null && wanted.site() != null;
        Scope site = named ? Scope.of(page.study(), wanted.site()) : page;
        Participant added = enrolment.add(site, wanted == null ? null : wanted.key());
        return new Done(added.key(), added.site(), Words.of("subject", "addedSentence", added.key()));
    }

    @POST
    @Path("{subject}/randomize")
    public Done randomize(@PathParam("subject") String subject) {
        Participant done = randomization.randomize(place.scope(), subject);
        return new Done(
                subject,
                done.site(),
                Words.of(
                        "subject",
                        "randomizedSentence",
                        subject,
                        done.randomization().number()));
    }

    /** How a visit lies to the hours of its window; an empty text where there is nothing to say. */
    @GET
    @Path("{subject}/visits/{event}/hours")
    public HourNote hours(@PathParam("subject") String subject, @PathParam("event") String event) {
        PlannedVisit visit =
                plan.find(place.scope(), subject, event).orElseThrow(() -> new NotFound("visit", event, place.scope()));
        return new HourNote(HourWords.note(visit), HoursPanel.tone(HourWords.isOutside(visit)));
    }

    @POST
    @Path("{subject}/visits/{event}/date")
    public Done date(@PathParam("subject") String subject, @PathParam("event") String event, VisitDay sent) {
        VisitDay day = sent;
        PlannedVisit visit = plan.date(place.scope(), subject, event, DaySent.read(day.date()), day.reason());
        LocalDate consent = enrolment.get(place.scope(), subject).gate().consentDate();
        boolean before = consent != null && visit.date().isBefore(consent);
        String key = switch (visit.state()) {
            case EARLY -> "datedEarlySentence";
            case LATE -> "datedLateSentence";
            default -> before ? "datedBeforeConsentSentence" : "datedSentence";
        };
        return new Done(
                subject,
                null,
                Words.of("subject", key, visit.name(), visit.date().toString(), String.valueOf(consent)));
    }

    @POST
    @Path("{subject}/visits/{event}/not-done")
    public Done notDone(@PathParam("subject") String subject, @PathParam("event") String event, Why why) {
        PlannedVisit visit = plan.notDone(place.scope(), subject, event, why.reason());
        return new Done(subject, null, Words.of("subject", "notDoneSentence", visit.name()));
    }

    @POST
    @Path("{subject}/visits/{event}/plan-again")
    public Done planAgain(@PathParam("subject") String subject, @PathParam("event") String event, Why why) {
        PlannedVisit visit = plan.planAgain(place.scope(), subject, event, why.reason());
        return new Done(subject, null, Words.of("subject", "plannedAgainSentence", visit.name()));
    }
}
