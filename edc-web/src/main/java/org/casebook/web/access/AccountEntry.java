package org.casebook.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.access.AccessDesk;
import org.casebook.access.AccountDraft;
import org.casebook.access.NewAccount;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Words;

/** Making accounts, letting people in or not, giving and ending grants. */
@Path("/access/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountEntry {

    @Inject
    private AccessDesk desk;

    /** A new account as typed. */
    public record Typed(String username, String givenName, String familyName, String email, String organisation) {}

    /** The account made; its temporary password is told this once. */
    public record Made(String id, String username, String temporaryPassword, String sentence) {}

    /** A role at a place: the place as a group path without its role, as the page offers it. */
    public record Wanted(String place, String role, String reason) {}

    @POST
    public Made create(Typed typed) {
        NewAccount made = desk.create(new AccountDraft(
                typed.username(), typed.givenName(), typed.familyName(), typed.email(), typed.organisation()));
        return new Made(
                made.id(), made.username(), made.temporaryPassword(), Words.of("access", "created", made.username()));
    }

    @POST
    @Path("{id}/enabling")
    public Done enable(@PathParam("id") String id, Why why) {
        desk.enable(id, true, why.reason());
        return new Done(Words.of("access", "enabled"));
    }

    @POST
    @Path("{id}/disabling")
    public Done disable(@PathParam("id") String id, Why why) {
        desk.enable(id, false, why.reason());
        return new Done(Words.of("access", "disabled"));
    }

    @POST
    @Path("{id}/grants")
    public Done give(@PathParam("id") String id, Wanted wanted) {
        desk.give(id, grant(wanted), wanted.reason());
        return new Done(Words.of("access", "given"));
    }

    @POST
    @Path("{id}/grants/ending")
    public Done end(@PathParam("id") String id, Wanted wanted) {
        desk.end(id, grant(wanted), wanted.reason());
        return new Done(Words.of("access", "ended"));
    }

    private static Grant grant(Wanted wanted) {
        return Grant.parse(wanted.place() + "/" + wanted.role())
                .orElseThrow(() -> new Invalid(Sentence.of("access", "chooseRole")));
    }
}
