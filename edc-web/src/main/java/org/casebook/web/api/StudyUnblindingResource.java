package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.disclosure.StudyUnblindingDesk;
import org.casebook.disclosure.StudyUnblindingView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the study was unblinded. That is done on the page alone, with a password. */
@Path("v1/studies/{study}/unblinding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Unblinding")
public class StudyUnblindingResource {

    @Inject
    private StudyUnblindingDesk desk;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "Whether and when the study was unblinded, by whom and why; no treatment")
    public StudyUnblindingView get() {
        return desk.state(place.scope());
    }
}
