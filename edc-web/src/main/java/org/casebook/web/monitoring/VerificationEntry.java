package org.casebook.web.monitoring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.monitoring.FormVerification;
import org.casebook.monitoring.Monitoring;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** Setting ticks and taking them back from a page. */
@Path("/verifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VerificationEntry {

    @Inject
    private Monitoring monitoring;

    @BeanParam
    private PlaceSent place;

    /**
     * What is ticked: one item; without item the form, its required items alone when {@code extent} is REQUIRED, else
     * each that holds an entry.
     */
    public record Tick(Long form, String item, String extent) {}

    /** The ticks of a form: those that stand, and those lost to a change and not set again. */
    public record Ticks(List<ItemTick> items, String sentence) {

        static Ticks of(FormVerification form) {
            String sentence = Words.of(
                    "monitoring",
                    "verifiedOf",
                    form.verifiedCount(),
                    form.items().size());
            return new Ticks(
                    form.items().stream()
                            .filter(item -> item.isVerified() || item.lost())
                            .map(ItemTick::of)
                            .toList(),
                    sentence);
        }
    }

    /** One item: {@code VERIFIED}, or {@code LOST} since it changed after it was verified. */
    public record ItemTick(String item, String state, String by, Instant at) {

        static ItemTick of(FormVerification.Item item) {
            return new ItemTick(
                    item.oid(), item.isVerified() ? "VERIFIED" : "LOST", item.verifiedBy(), item.verifiedAt());
        }
    }

    @GET
    public Ticks ofForm(@QueryParam("form") Long form) {
        return Ticks.of(monitoring.form(place.scope(), needed(form)));
    }

    @POST
    public Ticks verify(Tick tick) {
        long form = needed(tick == null ? null : tick.form());
        if (tick.item() != null) {
            return Ticks.of(monitoring.verify(place.scope(), form, tick.item()));
        }
        Monitoring.Extent extent =
                "REQUIRED".equals(tick.extent()) ? Monitoring.Extent.REQUIRED : Monitoring.Extent.ENTERED;
        return Ticks.of(monitoring.verifyForm(place.scope(), form, extent));
    }

    @POST
    @Path("remove")
    public Ticks unverify(Tick tick) {
        long form = needed(tick == null ? null : tick.form());
        return Ticks.of(monitoring.unverify(place.scope(), form, tick.item()));
    }

    private static long needed(Long form) {
        if (form == null) {
            throw new Invalid(Sentence.of("kernel", "requestNoForm"));
        }
        return form;
    }
}
