package org.casebook.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteView;
import org.casebook.site.Sites;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** Changes of sites from their page. */
@Path("/sites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SiteEntry {

    @Inject
    private Sites sites;

    @BeanParam
    private PlaceSent place;

    /** A planned site as typed. */
    public record Typed(String number, String name, String timeZone) {}

    /** What was asked for; which parts are needed depends on the act. */
    public record Asked(String reason, String timeZone, String version, String from) {}

    @POST
    public Done add(Typed typed) {
        SiteView site = sites.add(Scope.of(place.scope().study(), typed.number()), typed.name(), typed.timeZone());
        return done("added", site);
    }

    @POST
    @Path("activation")
    public Done activate() {
        return done("activated", sites.activate(place.scope()));
    }

    @POST
    @Path("hold")
    public Done hold(Asked asked) {
        return done("held", sites.hold(place.scope(), asked.reason()));
    }

    @POST
    @Path("zone")
    public Done correctZone(Asked asked) {
        return done("zoneCorrected", sites.correctZone(place.scope(), asked.timeZone(), asked.reason()));
    }

    @POST
    @Path("version")
    public Done putInForce(Asked asked) {
        Scope where = place.scope();
        if (where.wholeStudy()) {
            List<SiteView> all = sites.putInForceEverywhere(where, version(asked), DaySent.read(asked.from()));
            return new Done(Words.of("site", "versionInForceEverywhere", all.size()));
        }
        return done("versionInForce", sites.putInForce(where, version(asked), DaySent.read(asked.from())));
    }

    private static long version(Asked asked) {
        if (asked.version() == null || !asked.version().matches("[0-9]{1,18}")) {
            throw new Invalid(Sentence.of("site", "chooseVersion"));
        }
        return Long.parseLong(asked.version());
    }

    private static Done done(String word, SiteView site) {
        return new Done(Words.of("site", word, site.number()));
    }
}
