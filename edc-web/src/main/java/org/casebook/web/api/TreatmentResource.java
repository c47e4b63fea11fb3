package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.disclosure.StudyUnblindingDesk;
import org.casebook.disclosure.TreatmentLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who received what, once the study was unblinded. */
@Path("v1/studies/{study}/treatments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Unblinding")
public class TreatmentResource {

    @Inject
    private StudyUnblindingDesk desk;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "What each randomised participant received, once the study was unblinded")
    public List<TreatmentLine> get() {
        return desk.treatments(place.scope());
    }
}
