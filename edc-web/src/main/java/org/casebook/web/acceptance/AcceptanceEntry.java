package org.casebook.web.acceptance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.RunView;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;
import org.casebook.web.signature.SigningEntry;

/** Running the test participants of a version, and signing the run, from its page. */
@Path("studies/versions/{version}/acceptance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptanceEntry {

    @Inject
    private Acceptance acceptance;

    @BeanParam
    private PlaceSent place;

    @PathParam("version")
    private long version;

    /** What came of a run, in a sentence. */
    public record Ran(long id, boolean green, String sentence) {}

    @POST
    public Ran run() {
        RunView run = acceptance.run(place.scope(), version);
        String word = run.result().isEmpty() ? "ranNothing" : run.green() ? "ranGreen" : "ranRed";
        return new Ran(
                run.id(),
                run.green(),
                Words.of("acceptance", word, run.result().steps(), run.result().failures()));
    }

    /** Asks for the password; the run is signed and the version released once it was typed. */
    @POST
    @Path("signature")
    public SigningEntry.Onward sign() {
        return new SigningEntry.Onward(
                acceptance.requestRelease(place.scope(), version).toString());
    }

    @GET
    @Path("record")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    public Response record() {
        return Download.of(
                        acceptance.record(place.scope(), version), "application/pdf", "acceptance-" + version + ".pdf")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
