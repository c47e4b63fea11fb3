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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.casebook.capture.CaseBook.RangesFound;
import org.casebook.laboratory.LaboratoryDesk;
import org.casebook.laboratory.LaboratoryView;
import org.casebook.laboratory.RangeDraft;
import org.casebook.laboratory.RangeReport;
import org.casebook.laboratory.RangeView;
import org.casebook.lookup.RangeLookup;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Laboratories and their reference ranges. */
@Path("v1/studies/{study}/laboratories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Laboratories")
public class RangeResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private LaboratoryDesk desk;

    @Inject
    private RangeLookup lookup;

    @BeanParam
    private PlaceParams place;

    /**
     * A range that says something else.
     *
     * @param reason why
     */
    public record Changed(RangeDraft range, String reason) {}

    /**
     * The end of a range.
     *
     * @param last the last day on which samples are held against it
     * @param reason why
     */
    public record Ended(LocalDate last, String reason) {}

    @GET
    @Operation(summary = "The laboratories of the study; with site those that serve it")
    public List<LaboratoryView> list() {
        return desk.list(place.scope());
    }

    @POST
    @Operation(summary = "Enter a laboratory, for all sites or for one")
    public Response add(LaboratoryView laboratory) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.add(place.scope(), laboratory))
                .build();
    }

    @GET
    @Path("ranges")
    @Operation(summary = "Their reference ranges")
    public List<RangeView> ranges() {
        return desk.ranges(place.scope());
    }

    @POST
    @Path("ranges")
    @Operation(summary = "Enter a range; one that overlaps another is refused (409)")
    public Response addRange(RangeDraft range) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.addRange(place.scope(), range))
                .build();
    }

    @PUT
    @Path("ranges/{id}")
    @Operation(summary = "Change a range", description = "What was judged by it before stays as it was found.")
    public RangeView change(@PathParam("id") long id, Changed changed) {
        return desk.changeRange(place.scope(), id, changed.range(), changed.reason());
    }

    @POST
    @Path("ranges/{id}/end")
    @Operation(summary = "End a range with a day, the last on which samples are held against it")
    public RangeView end(@PathParam("id") long id, Ended ended) {
        return desk.endRange(place.scope(), id, ended.last(), ended.reason());
    }

    @GET
    @Path("ranges/file")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "The ranges as CSV; taken again it changes nothing")
    public Response file() {
        return Response.ok(desk.toFile(place.scope()), CSV).build();
    }

    @POST
    @Path("ranges/file")
    @Consumes("text/csv")
    @Operation(summary = "Take ranges from CSV, all rows or none; faults are told by line")
    public Response takeFile(String csv) {
        RangeReport report = desk.takeFile(place.scope(), csv);
        return Response.status(report.taken() ? OK : UNPROCESSABLE)
                .entity(report)
                .build();
    }

    @POST
    @Path("ranges/file/dry-run")
    @Consumes("text/csv")
    @Operation(summary = "What would come of such a file; nothing is kept")
    public RangeReport tryFile(String csv) {
        return desk.tryFile(place.scope(), csv);
    }

    @GET
    @Path("ranges/again")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "How many values that found no range would get one now")
    public RangesFound look() {
        return lookup.look(place.scope());
    }

    @POST
    @Path("ranges/again")
    @Operation(summary = "Look ranges up again for values that found none, for a reason")
    public RangesFound lookAgain(Sent.Why reason) {
        return lookup.take(place.scope(), reason.reason());
    }
}
