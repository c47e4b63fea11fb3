package org.casebook.web.api;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.standing.Decision;
import org.casebook.standing.Standing;
import org.casebook.standing.StandingLine;
import org.casebook.standing.StandingView;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How one participation goes and ends. */
@Path("v1/studies/{study}/participants/{subject}/standing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
public class StandingResource {

    @Inject
    private Standing standing;

    @BeanParam
    private PlaceParams place;

    @PathParam("subject")
    private String subject;

    /**
     * Where the participant stands.
     *
     * @param next where it can go from here
     * @param steps the latest first, those taken back too
     */
    public record StandingAnswer(String subject, String status, List<String> next, List<StepAnswer> steps) {

        static StandingAnswer of(StandingView view) {
            return new StandingAnswer(
                    view.participant().key(),
                    view.participant().status().name(),
                    view.next().stream().map(SubjectStatus::name).toList(),
                    view.history().stream().map(StepAnswer::of).toList());
        }
    }

    /**
     * One step.
     *
     * @param date at the site
     * @param withdrawnFrom TREATMENT, FOLLOW_UP or DATA, each including those before; null where not withdrawn
     * @param takenBackAt null while it holds
     */
    public record StepAnswer(
            String status,
            LocalDate date,
            String reason,
            String withdrawnFrom,
            List<String> criteria,
            String person,
            Instant at,
            Instant takenBackAt,
            String takenBackReason) {

        static StepAnswer of(StandingLine line) {
            return new StepAnswer(
                    line.status().name(),
                    line.on(),
                    line.reason(),
                    line.from() == null ? null : line.from().name(),
                    line.criteria(),
                    line.person(),
                    line.at(),
                    line.holds() ? null : line.back().at(),
                    line.holds() ? null : line.back().reason());
        }
    }

    /**
     * A step to take.
     *
     * @param status SCREEN_FAILED, ENROLLED, ON_TREATMENT, TREATMENT_STOPPED, WITHDRAWN, LOST, COMPLETED or DIED
     * @param date date at the site
     * @param withdrawnFrom needed for WITHDRAWN: TREATMENT, FOLLOW_UP or DATA
     * @param criteria for SCREEN_FAILED: numbers of the criteria not met; left out: those that the forms say
     */
    public record NewStep(String status, LocalDate date, String reason, String withdrawnFrom, List<String> criteria) {}

    @GET
    @Operation(summary = "Where the participant stands, and every step that led there")
    public StandingAnswer get() {
        return StandingAnswer.of(standing.get(place.scope(), subject));
    }

    @POST
    @Operation(summary = "Take a step: screen failure, treatment stopped, withdrawal, completion, …")
    public StandingAnswer change(NewStep step) {
        Decision decision = new Decision(
                one(SubjectStatus.values(), step.status(), "noStatus"),
                step.date(),
                step.reason(),
                step.withdrawnFrom() == null ? null : one(WithdrawalScope.values(), step.withdrawnFrom(), "noScope"),
                step.criteria());
        return StandingAnswer.of(standing.change(place.scope(), subject, decision));
    }

    @POST
    @Path("taking-back")
    @Operation(summary = "Take the last step back, with a reason")
    public StandingAnswer takeBack(Sent.Why why) {
        return StandingAnswer.of(standing.takeBack(place.scope(), subject, why.reason()));
    }

    private static <T extends Enum<T>> T one(T[] all, String name, String otherwise) {
        return Arrays.stream(all)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(Sentence.of("standing", otherwise)));
    }
}
