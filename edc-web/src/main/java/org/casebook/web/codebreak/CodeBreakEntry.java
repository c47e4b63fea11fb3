package org.casebook.web.codebreak;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** What the pages of code breaks send. */
@Path("code-breaks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodeBreakEntry {

    @Inject
    private CodeBreakDesk desk;

    @BeanParam
    private PlaceSent place;

    /**
     * Whose code is to be broken and why.
     *
     * @param adverseEvent {@code yes} or {@code no}; anything else is no answer
     */
    public record Wanted(String subject, String reason, String adverseEvent) {}

    /** Where the browser goes now: to the password page. */
    public record Onward(String address) {}

    /** Addresses, one in each line. */
    public record Addresses(String addresses) {}

    @POST
    public Onward request(Wanted wanted) {
        Wanted said = wanted == null ? new Wanted(null, null, null) : wanted;
        return new Onward(
                desk.request(place.scope(), said.subject() == null ? "" : said.subject(), said.reason(), answer(said))
                        .toString());
    }

    @PUT
    @Path("recipients")
    public Done changeRecipients(Addresses sent) {
        String lines = sent == null || sent.addresses() == null ? "" : sent.addresses();
        List<String> kept = desk.changeRecipients(place.scope(), lines.lines().toList());
        return new Done(Words.of("codebreak", "noticesChanged", kept.size()));
    }

    private static Boolean answer(Wanted said) {
        if (said.adverseEvent() == null) {
            return null;
        }
        return switch (said.adverseEvent()) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }
}
