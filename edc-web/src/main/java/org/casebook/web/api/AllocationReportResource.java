package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.randomization.BalanceDesk;
import org.casebook.replay.ReplayDesk;
import org.casebook.replay.Replayed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of the allocation: counts without arms for the blinded, with arms for the unblinded statistician. */
@Path("v1/studies/{study}/allocations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocations")
public class AllocationReportResource {

    @Inject
    private BalanceDesk desk;

    @Inject
    private ReplayDesk replays;

    @BeanParam
    private PlaceParams place;

    @GET
    @Path("counts")
    @Operation(summary = "How many were randomised, by site and stratum; no arm, no list, no block")
    public List<BalanceDesk.StratumCount> counts() {
        return desk.counts(place.scope());
    }

    @GET
    @Path("balance")
    @Operation(summary = "How balanced the arms are; the reading is recorded")
    public BalanceDesk.Balance balance() {
        return desk.balance(place.scope());
    }

    @GET
    @Path("replays")
    @Operation(summary = "All allocations worked out again from the audit trail; the reading is recorded")
    public List<Replayed> replays() {
        return replays.replayAll(place.scope());
    }

    @GET
    @Path("{subject}/replay")
    @Operation(summary = "A past allocation worked out again from the audit trail; the reading is recorded")
    public Replayed replay(@PathParam("subject") String subject) {
        return replays.replay(place.scope(), subject);
    }
}
