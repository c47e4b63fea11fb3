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
import java.util.List;
import org.casebook.monitoring.FormVerification;
import org.casebook.monitoring.Monitoring;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Source data verification of one form. */
@Path("v1/studies/{study}/forms/{id}/verification")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Verification")
public class MonitoringResource {

    @Inject
    private Monitoring monitoring;

    @BeanParam
    private PlaceParams place;

    @PathParam("id")
    private long form;

    /** One item of the form: whether the study wants it verified, and whether it is. */
    public record ItemAnswer(String item, boolean required, boolean verified) {

        static List<ItemAnswer> of(FormVerification form) {
            return form.items().stream()
                    .map(item -> new ItemAnswer(item.oid(), item.required(), item.isVerified()))
                    .toList();
        }
    }

    /**
     * What to tick.
     *
     * @param item item OID; left out: every item of the form that the study wants verified
     */
    public record Tick(String item) {}

    @GET
    @Operation(summary = "Which items are verified, and which are to be")
    public List<ItemAnswer> get() {
        return ItemAnswer.of(monitoring.form(place.scope(), form));
    }

    @POST
    @Operation(summary = "Tick one item, or every required item of the form")
    public List<ItemAnswer> tick(Tick tick) {
        String item = tick.item();
        return ItemAnswer.of(
                item == null
                        ? monitoring.verifyForm(place.scope(), form, Monitoring.Extent.REQUIRED)
                        : monitoring.verify(place.scope(), form, item));
    }
}
