package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.codebreak.CodeBreakView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which codes were broken. Codes are broken on the page alone, with a password; treatments are never told here. */
@Path("v1/studies/{study}/code-breaks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code breaks")
public class CodeBreakResource {

    @Inject
    private CodeBreakDesk desk;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "The code breaks, the newest first; no treatment")
    public List<CodeBreakView> list() {
        return desk.list(place.scope());
    }
}
