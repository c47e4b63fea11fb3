package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.acceptance.Acceptance;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.study.DryRun;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyPaper;
import org.casebook.study.StudyPapers;
import org.casebook.study.StudyView;
import org.casebook.study.VersionDifference;
import org.casebook.study.VersionView;
import org.casebook.web.shell.Download;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Studies and what they plan. */
@Path("v1/studies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Studies")
public class StudyResource {

    private static final String PDF = "application/pdf";

    @Inject
    private StudyPapers papers;

    @Inject
    private StudyDesign design;

    @Inject
    private Acceptance acceptance;

    @GET
    @Operation(summary = "The studies that the caller works in, with their versions")
    public List<StudyView> list() {
        return design.mine();
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            summary = "Load a study file (ODM 2.0 in Casebook's profile) as a version",
            description =
                    "kind: production (the default), test or training; copy tells several copies of one kind apart. A"
                            + " file with faults is refused whole (422), and every fault is listed.")
    public Response load(
            @QueryParam("kind") @DefaultValue("production") String kind, @QueryParam("copy") String copy, byte[] file) {
        return Response.status(Response.Status.CREATED)
                .entity(design.load(file, Kind.of(kind), copy))
                .build();
    }

    @POST
    @Path("dry-run")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            summary = "Tell what would come of loading a study file; nothing is kept",
            description =
                    "Every fault and remark with its line, what the file holds, and what differs from the newest version"
                            + " of its study. kind and copy as in loading.")
    public DryRun rehearse(
            @QueryParam("kind") @DefaultValue("production") String kind, @QueryParam("copy") String copy, byte[] file) {
        return design.rehearse(file, Kind.of(kind), copy);
    }

    @GET
    @Path("{study}/versions/{version}/difference")
    @Operation(
            summary = "What differs between a version and another one, with old and new values",
            description = "to: database id of the other version")
    public VersionDifference difference(
            @BeanParam PlaceParams place, @PathParam("version") long version, @QueryParam("to") Long to) {
        return design.difference(place.scope(), version, to);
    }

    @GET
    @Path("{study}")
    @Operation(summary = "What the version that counts plans: visits, forms and items")
    public StudyAnswer get(@BeanParam PlaceParams place) {
        Scope scope = place.scope();
        return StudyAnswer.of(design.current(scope), design.definition(scope));
    }

    @GET
    @Path("{study}/versions")
    @Operation(summary = "The versions of a study, the newest first")
    public List<VersionView> versions(@BeanParam PlaceParams place) {
        return design.versions(place.scope());
    }

    @POST
    @Path("{study}/versions/{version}/release")
    @Operation(
            summary = "Release a version of a test or training copy whose run is green",
            description =
                    "Sites can follow it from now on, and it never changes again. Refused (409) while a step of its"
                            + " test participants is red, and for a production version, which is released by signing on its page.")
    public VersionView release(@BeanParam PlaceParams place, @PathParam("version") long version) {
        return acceptance.release(place.scope(), version);
    }

    @GET
    @Path("{study}/versions/{version}/blank-forms")
    @Produces({PDF, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "The blank case report forms of a version as PDF, the same bytes each time",
            description = "language: one of the study's languages; without it the study's own.")
    public Response blankForms(
            @BeanParam PlaceParams place, @PathParam("version") long version, @QueryParam("language") String language) {
        StudyPaper paper = papers.blankForms(place.scope(), version, language);
        return Download.of(paper.content(), PDF, paper.fileName()).build();
    }
}
