package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.RunResult;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trying a study file before it is loaded. */
@Path("v1/test-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class TestRunResource {

    @Inject
    private Acceptance acceptance;

    /** What the test participants of a file came to. */
    public record Tried(boolean green, RunResult result) {}

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            summary = "Run the test participants of a study file; nothing is kept",
            description = "A file with faults is refused whole (422), and every fault is listed.")
    public Tried tryFile(byte[] file) {
        RunResult result = acceptance.tryFile(file);
        return new Tried(result.passed(), result);
    }
}
