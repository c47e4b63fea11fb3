package org.casebook.web.dataset;

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
import jakarta.ws.rs.core.StreamingOutput;
import org.casebook.dataset.DatasetRelease;
import org.casebook.dataset.Datasets;
import org.casebook.kernel.Scope;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;

/** Releasing a dataset and taking it home, from a page. */
@Path("/datasets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DatasetEntry {

    @Inject
    private Datasets datasets;

    @BeanParam
    private PlaceSent place;

    /** What was released, in a sentence. */
    public record Released(long id, String sha256, String sentence) {}

    @POST
    public Released release() {
        DatasetRelease release = datasets.release(place.scope());
        return new Released(release.id(), release.sha256(), Words.of("dataset", "released", release.number()));
    }

    @GET
    @Path("{id}/zip")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    public Response download(@PathParam("id") long id) {
        Scope scope = place.scope();
        DatasetRelease release = datasets.forDownload(scope, id);
        StreamingOutput zip = out -> datasets.download(scope, id, out);
        return Download.of(zip, "application/zip", release.fileName())
                .header(HttpHeaders.CONTENT_LENGTH, release.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
