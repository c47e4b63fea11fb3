package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Grant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whom a token speaks for. */
@Path("who")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WhoResource {

    @Inject
    private CurrentActor actor;

    /**
     * A person or service account with its grants.
     *
     * @param grants as group paths, {@code /studies/<study>/<site or all>/<role>}
     */
    public record Who(String id, String username, String fullName, String organisation, List<String> grants) {}

    @GET
    @Operation(summary = "Whom the token speaks for, and with which grants")
    public Who who() {
        Actor person = actor.get();
        return new Who(
                person.id(),
                person.username(),
                person.fullName(),
                person.organisation(),
                person.grants().stream().map(Grant::groupPath).sorted().toList());
    }
}
