package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.casebook.schedule.Hours;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitPlan;
import org.casebook.schedule.Window;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The schedule of one participant. */
@Path("v1/studies/{study}/participants/{subject}/visits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Visits")
public class VisitResource {

    @Inject
    private VisitPlan plan;

    @BeanParam
    private PlaceParams place;

    @PathParam("subject")
    private String subject;

    /**
     * One visit.
     *
     * @param planned planned date; null while it cannot be planned
     * @param hours the window to the minute; null where days decide
     * @param time at which it took place, at the site; null while that is not known, and where no window is judged by it
     * @param state in words of the schedule: due, overdue, in, early, late, missed, not done, …
     */
    public record VisitAnswer(
            String event,
            String name,
            LocalDate planned,
            LocalDate earliest,
            LocalDate latest,
            LocalDate date,
            String state,
            String reason,
            VisitHours hours,
            LocalTime time) {

        static VisitAnswer of(PlannedVisit visit) {
            Window window = visit.window();
            return new VisitAnswer(
                    visit.event(),
                    visit.name(),
                    window == null ? null : window.planned(),
                    window == null ? null : window.earliest(),
                    window == null ? null : window.latest(),
                    visit.date(),
                    visit.state().name(),
                    visit.reason(),
                    window == null || window.hours() == null ? null : VisitHours.of(window.hours()),
                    visit.time());
        }
    }

    /**
     * A window to the minute, both ends within.
     *
     * @param planned with the offset of the site at that time, as all three
     * @param zone time zone of the site
     */
    public record VisitHours(OffsetDateTime planned, OffsetDateTime earliest, OffsetDateTime latest, String zone) {

        static VisitHours of(Hours hours) {
            return new VisitHours(
                    hours.planned().toOffsetDateTime(),
                    hours.earliest().toOffsetDateTime(),
                    hours.latest().toOffsetDateTime(),
                    hours.zone().getId());
        }
    }

    /**
     * When a visit took place.
     *
     * @param date date at the site
     * @param reason where a date is replaced, or lies outside its window and the study wants to know why
     */
    public record VisitDate(LocalDate date, String reason) {}

    @GET
    @Operation(summary = "The schedule with windows, dates and states")
    public List<VisitAnswer> list() {
        return plan.plan(place.scope(), subject).stream().map(VisitAnswer::of).toList();
    }

    @PUT
    @Path("{event}/date")
    @Operation(summary = "Record when the visit took place")
    public VisitAnswer date(@PathParam("event") String event, VisitDate date) {
        return VisitAnswer.of(plan.date(place.scope(), subject, event, date.date(), date.reason()));
    }

    @POST
    @Path("{event}/not-done")
    @Operation(summary = "Record that the visit did not take place")
    public VisitAnswer notDone(@PathParam("event") String event, Sent.Why why) {
        return VisitAnswer.of(plan.notDone(place.scope(), subject, event, why.reason()));
    }
}
