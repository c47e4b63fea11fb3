package org.casebook.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Supplier;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.keycloak.Account;
import org.casebook.keycloak.KeycloakAdmin;
import org.casebook.keycloak.KeycloakProblem;

/**
 * Accounts and grants. Keycloak keeps them; each change is audited first and then written there, and when Keycloak
 * does not take it the audit entry goes with it (21 CFR 11.10(d), (g), 11.300).
 *
 * <p>A grant that was ended is gone from open sessions when their token is renewed, within five minutes; a disabled
 * account can do nothing more from that moment, see {@link DisabledAccounts}.
 */
@Stateless
public class AccessDesk {

    private static final String ROOM = "access";
    private static final int LARGEST_PAGE = 100;

    @Inject
    private Realm realm;

    @Inject
    private AuditFirst audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private Event<Fact> facts;

    /**
     * A page of accounts by account name.
     *
     * @param text part of account name, name or e-mail address; empty or null for all
     * @param first number of accounts to skip
     * @param most longest list wanted, at most 100
     * @throws AccountsUnavailable when Keycloak does not answer
     */
    @Allowed(Permission.VIEW_ACCOUNTS)
    public AccountList accounts(String text, int first, int most) {
        String wanted = text == null ? "" : text.strip();
        KeycloakAdmin keycloak = realm.admin();
        return ask(() -> new AccountList(
                keycloak.accounts(wanted, Math.max(0, first), Math.min(LARGEST_PAGE, Math.max(1, most))).stream()
                        .map(AccountView::of)
                        .toList(),
                keycloak.count(wanted)));
    }

    /** @throws NotFound when there is no such account */
    @Allowed(Permission.VIEW_ACCOUNTS)
    public AccountView account(String id) {
        return find(id);
    }

    /**
     * Makes an account without any grant.
     *
     * @return with a temporary password, told this once
     * @throws AccountNotTaken when name or e-mail address is in use
     */
    @Allowed(Permission.MANAGE_ACCOUNTS)
    public NewAccount create(AccountDraft draft) {
        String password = new TemporaryPassword(new SecureRandom()).draw();
        tell(new AccountCreated(draft));
        Account account = new Account(
                null,
                draft.username(),
                draft.givenName(),
                draft.familyName(),
                draft.email(),
                draft.organisation(),
                true,
                Set.of());
        String id = ask(() -> realm.admin().create(account, password));
        return new NewAccount(id, draft.username(), password);
    }

    /**
     * Lets a person sign in again, or no longer; then the person's sessions end at once.
     *
     * @param reason why, never blank
     */
    @Allowed(Permission.MANAGE_ACCOUNTS)
    public void enable(String id, boolean enabled, String reason) {
        AccountView account = another(id);
        tell(new AccountEnabled(account.username(), enabled, due(reason)));
        change(() -> realm.admin().enable(id, enabled));
    }

    /**
     * Gives a role at a place.
     *
     * @param reason why, never blank
     * @throws Invalid when the role does not belong to such a place, or is held already
     */
    @Allowed(Permission.MANAGE_ACCOUNTS)
    public void give(String id, Grant grant, String reason) {
        GrantPolicy.judge(grant);
        AccountView account = another(id);
        if (account.holds(grant)) {
            throw new Invalid(Sentence.of(ROOM, "heldAlready", account.username()));
        }
        GrantPolicy.judgeBeside(grant, account.grants());
        tell(new GrantGiven(account.username(), grant, due(reason)));
        change(() -> realm.admin().join(id, grant.groupPath()));
    }

    /**
     * Takes a role away.
     *
     * @param reason why, never blank
     * @throws Invalid when it is not held
     */
    @Allowed(Permission.MANAGE_ACCOUNTS)
    public void end(String id, Grant grant, String reason) {
        AccountView account = another(id);
        if (!account.holds(grant)) {
            throw new Invalid(Sentence.of(ROOM, "notHeld", account.username()));
        }
        tell(new GrantEnded(account.username(), grant, due(reason)));
        change(() -> realm.admin().leave(id, grant.groupPath()));
    }

    private void tell(Fact fact) {
        facts.fire(fact);
        audit.write();
    }

    /** Somebody else's account. */
    private AccountView another(String id) {
        if (actor.get().id().equals(id)) {
            throw new OwnAccess();
        }
        return find(id);
    }

    private AccountView find(String id) {
        if (id == null || !id.matches("[A-Za-z0-9-]{1,64}")) {
            throw new NotFound("account", id, null);
        }
        return AccountView.of(ask(() -> realm.admin().account(id)));
    }

    private static String due(String reason) {
        return Words.needed(reason, Sentence.of(ROOM, "reasonMissing"));
    }

    private static void change(Runnable work) {
        ask(() -> {
            work.run();
            return null;
        });
    }

    private static <T> T ask(Supplier<T> work) {
        try {
            return work.get();
        } catch (KeycloakProblem problem) {
            throw switch (problem.reason()) {
                case UNKNOWN_ACCOUNT -> new NotFound("account", "chosen", null);
                case TAKEN, NOT_ACCEPTED -> new AccountNotTaken(problem);
                case UNREACHABLE -> new AccountsUnavailable(problem);
            };
        }
    }
}
