package org.casebook.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteView;
import org.casebook.site.Sites;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sites of a study. */
@Path("v1/studies/{study}/sites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
public class SiteResource {

    @Inject
    private Sites sites;

    @BeanParam
    private PlaceParams place;

    /**
     * One site.
     *
     * @param version database id of the study version in force today; null before one is
     * @param planned versions that come into force later, the next first
     */
    public record SiteAnswer(
            String study,
            String number,
            String name,
            String status,
            String timeZone,
            Long version,
            List<Planned> planned) {

        static SiteAnswer of(SiteView site) {
            return new SiteAnswer(
                    site.study(),
                    site.number(),
                    site.name(),
                    site.status().name(),
                    site.zone().getId(),
                    site.versionId(),
                    site.planned().stream()
                            .map(step -> new Planned(step.versionId(), step.from()))
                            .toList());
        }
    }

    /**
     * A version in force from a date on.
     *
     * @param version its database id
     * @param from date at the site
     */
    public record Planned(long version, LocalDate from) {}

    /**
     * A planned site.
     *
     * @param timeZone IANA name, for example {@code Europe/Stockholm}
     */
    public record NewSite(String number, String name, String timeZone) {}

    /**
     * The study version that new participants shall take.
     *
     * @param version its database id
     * @param from date at the site, today or later; null: today
     */
    public record VersionChoice(long version, LocalDate from) {}

    @GET
    @Operation(summary = "The sites at which the caller holds a grant")
    public List<SiteAnswer> list() {
        return sites.mine(place.scope().study()).stream().map(SiteAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Enter a planned site")
    public Response add(NewSite site) {
        SiteView added = sites.add(at(site.number()), site.name(), site.timeZone());
        return Response.status(Response.Status.CREATED)
                .entity(SiteAnswer.of(added))
                .build();
    }

    @POST
    @Path("{number}/version")
    @Operation(
            summary = "Let new participants of the site take a released version from a date on",
            description =
                    "Participants who are in already keep theirs. What was planned for that date and later is replaced.")
    public SiteAnswer putInForce(@PathParam("number") String number, VersionChoice choice) {
        return SiteAnswer.of(sites.putInForce(at(number), choice.version(), choice.from()));
    }

    @POST
    @Path("version")
    @Operation(summary = "The same for every site that is not closed; all of them or none")
    public List<SiteAnswer> putInForceEverywhere(VersionChoice choice) {
        return sites.putInForceEverywhere(place.scope(), choice.version(), choice.from()).stream()
                .map(SiteAnswer::of)
                .toList();
    }

    @POST
    @Path("{number}/activation")
    @Operation(summary = "Let the site take participants")
    public SiteAnswer activate(@PathParam("number") String number) {
        return SiteAnswer.of(sites.activate(at(number)));
    }

    @POST
    @Path("{number}/hold")
    @Operation(summary = "Take no participants at the site for now")
    public SiteAnswer hold(@PathParam("number") String number, Sent.Why why) {
        return SiteAnswer.of(sites.hold(at(number), why.reason()));
    }

    private Scope at(String number) {
        return Scope.of(place.scope().study(), number);
    }
}
