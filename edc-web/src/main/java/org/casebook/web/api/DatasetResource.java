package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.casebook.dataset.DatasetRelease;
import org.casebook.dataset.Datasets;
import org.casebook.kernel.Scope;
import org.casebook.web.shell.Download;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Datasets of a locked study. */
@Path("v1/studies/{study}/datasets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class DatasetResource {

    @Inject
    private Datasets datasets;

    @BeanParam
    private PlaceParams place;

    @GET
    @Operation(summary = "Every release, the newest first, with its SHA-256")
    public List<DatasetRelease> list() {
        return datasets.list(place.scope());
    }

    @POST
    @Operation(summary = "Write the dataset of the locked study and keep it; refused (409) while the study is open")
    public Response release() {
        return Response.status(Response.Status.CREATED)
                .entity(datasets.release(place.scope()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One release")
    public DatasetRelease get(@PathParam("id") long id) {
        return datasets.get(place.scope(), id);
    }

    @GET
    @Path("{id}/zip")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    @Operation(summary = "Download a release; the same bytes each time, and each download is recorded")
    public Response download(@PathParam("id") long id) {
        Scope scope = place.scope();
        DatasetRelease release = datasets.forDownload(scope, id);
        StreamingOutput zip = out -> datasets.download(scope, id, out);
        return Download.of(zip, "application/zip", release.fileName())
                .header(HttpHeaders.CONTENT_LENGTH, release.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Repr-Digest", "sha-256=:" + base64(release.sha256()) + ":")
                .build();
    }

    private static String base64(String hex) {
        return java.util.Base64.getEncoder()
                .encodeToString(java.util.HexFormat.of().parseHex(hex));
    }
}
