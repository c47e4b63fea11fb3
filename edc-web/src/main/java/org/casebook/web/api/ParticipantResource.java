package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.randomization.Randomization;
import org.casebook.randomization.Waiting;
import org.casebook.subject.Enrolment;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectFilter;
import org.casebook.subject.SubjectStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Participants: the screening log, randomisation. */
@Path("v1/studies/{study}/participants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
public class ParticipantResource {

    /** The body may be left out, which a resource method with a record for it would refuse. */
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private Enrolment enrolment;

    @Inject
    private Randomization randomization;

    @BeanParam
    private PlaceParams place;

    /**
     * One participant; never the treatment.
     *
     * @param subject screening number
     * @param randomizationNumber null before randomisation
     */
    public record ParticipantAnswer(
            String study,
            String site,
            String subject,
            String status,
            Instant addedAt,
            String randomizationNumber,
            Instant randomizedAt,
            LocalDate endedOn,
            String endedReason,
            boolean locked) {

        static ParticipantAnswer of(Participant person) {
            Participant.Randomized randomized = person.randomization();
            Participant.Ended ended = person.ended();
            return new ParticipantAnswer(
                    person.study(),
                    person.site(),
                    person.key(),
                    person.status().name(),
                    person.addedAt(),
                    randomized == null ? null : randomized.number(),
                    randomized == null ? null : randomized.at(),
                    ended == null ? null : ended.date(),
                    ended == null ? null : ended.reason(),
                    person.locked());
        }
    }

    /**
     * A participant to add.
     *
     * @param key unique for this request, at most 64 characters
     */
    public record NewParticipant(String key) {}

    /** One thing that randomisation still waits for. */
    public record WaitingAnswer(String kind, String sentence) {}

    @GET
    @Operation(summary = "Participants by screening number")
    public List<ParticipantAnswer> list(
            @QueryParam("status") String status,
            @QueryParam("text") String text,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("size") @DefaultValue("100") int size) {
        SubjectFilter filter = new SubjectFilter(status == null ? null : status(status), text, first, size);
        return enrolment.list(place.scope(), filter).stream()
                .map(ParticipantAnswer::of)
                .toList();
    }

    @POST
    @Operation(
            summary = "Add a participant to the screening log of a site; gives the next screening number",
            description = "key, chosen by the caller: the same key again gives the same participant and adds nobody.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = NewParticipant.class)))
    public Response add(String body) {
        NewParticipant wanted = body.isBlank() ? null : JSON.fromJson(body, NewParticipant.class);
        Participant added = enrolment.add(place.scope(), wanted == null ? null : wanted.key());
        return Response.status(Response.Status.CREATED)
                .entity(ParticipantAnswer.of(added))
                .build();
    }

    @GET
    @Path("{subject}")
    @Operation(summary = "One participant")
    public ParticipantAnswer get(@PathParam("subject") String subject) {
        return ParticipantAnswer.of(enrolment.get(place.scope(), subject));
    }

    @GET
    @Path("{subject}/randomization")
    @Operation(summary = "What randomisation still waits for; empty when it can be done or was done")
    public List<WaitingAnswer> waitsFor(@PathParam("subject") String subject) {
        return randomization.waitsFor(place.scope(), subject).stream()
                .map(ParticipantResource::answer)
                .toList();
    }

    @POST
    @Path("{subject}/randomization")
    @Operation(summary = "Randomise; a repeated request gets the same answer and uses no second slot")
    public ParticipantAnswer randomize(@PathParam("subject") String subject) {
        return ParticipantAnswer.of(randomization.randomize(place.scope(), subject));
    }

    private static WaitingAnswer answer(Waiting waiting) {
        return new WaitingAnswer(waiting.kind().name(), waiting.sentence());
    }

    private static SubjectStatus status(String name) {
        try {
            return SubjectStatus.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw new Invalid("There is no status “" + name + "”. Use one of " + List.of(SubjectStatus.values()) + ".");
        }
    }
}
