package org.casebook.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.casebook.keycloak.KeycloakProblem.Cause;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Accounts and groups of the realm, through a service account that may manage users and nothing else. */
public final class KeycloakAdmin implements AutoCloseable {
    private static final String ORGANISATION = "organisation";

    static {
        Keycloak.setClientProvider(new JerseyClient());
    }

    private final Keycloak keycloak;
    private final RealmResource realm;
    private final Groups groups;

    /** @param client the administration's service account */
    public KeycloakAdmin(Client client) {
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(client.serverUrl())
                .realm(client.realm())
                .clientId(client.id())
                .clientSecret(client.secret())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .build();
        this.realm = keycloak.realm(client.realm());
        this.groups = new Groups(realm);
    }

    /**
     * A page of accounts by account name; service accounts are not listed.
     *
     * @param text part of account name, name or e-mail address; empty for all
     * @param first number of accounts to skip
     * @param most longest list wanted
     * @throws KeycloakProblem UNREACHABLE
     */
    public List<Account> accounts(String text, int first, int most) {
        return call(() -> realm.users().search(text, first, most, false).stream()
                .map(this::account)
                .toList());
    }

    /**
     * @param text as of {@link #accounts}
     * @return number of accounts that fit
     */
    public int count(String text) {
        return call(() -> text.isEmpty() ? realm.users().count() : realm.users().count(text));
    }

    /** @throws KeycloakProblem UNKNOWN_ACCOUNT or UNREACHABLE */
    public Account account(String id) {
        return call(() -> account(realm.users().get(id).toRepresentation()));
    }

    /**
     * Makes an account with its groups in one call, so that it is there whole or not at all.
     *
     * @param draft its {@code id} is not looked at; missing groups are made
     * @param temporaryPassword must be changed at the first login
     * @return the new account's id
     * @throws KeycloakProblem TAKEN, NOT_ACCEPTED or UNREACHABLE
     */
    public String create(Account draft, String temporaryPassword) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(temporaryPassword);
        password.setTemporary(true);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(draft.username());
        user.setFirstName(draft.givenName());
        user.setLastName(draft.familyName());
        user.setEmail(draft.email().isEmpty() ? null : draft.email());
        user.setAttributes(Map.of(ORGANISATION, List.of(draft.organisation())));
        user.setEnabled(draft.enabled());
        user.setGroups(List.copyOf(draft.groups()));
        user.setCredentials(List.of(password));
        return call(() -> {
            draft.groups().forEach(groups::made);
            try (Response response = realm.users().create(user)) {
                return Created.id(response);
            }
        });
    }

    /**
     * Lets a person in or not. Taking the access away also ends every session of that person.
     *
     * @throws KeycloakProblem UNKNOWN_ACCOUNT or UNREACHABLE
     */
    public void enable(String id, boolean enabled) {
        run(() -> {
            UserResource resource = realm.users().get(id);
            UserRepresentation user = resource.toRepresentation();
            user.setEnabled(enabled);
            resource.update(user);
            if (!enabled) {
                resource.logout();
            }
        });
    }

    /** Puts an account into a group, which is made when missing. No fault when it was there. */
    public void join(String id, String groupPath) {
        run(() -> realm.users().get(id).joinGroup(groups.made(groupPath)));
    }

    /** Takes an account out of a group. No fault when it was not in it. */
    public void leave(String id, String groupPath) {
        run(() ->
                groups.find(groupPath).ifPresent(group -> realm.users().get(id).leaveGroup(group)));
    }

    @Override
    public void close() {
        keycloak.close();
    }

    private Account account(UserRepresentation user) {
        Set<String> paths = realm.users().get(user.getId()).groups().stream()
                .map(GroupRepresentation::getPath)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, List<String>> attributes = user.getAttributes() == null ? Map.of() : user.getAttributes();
        return new Account(
                user.getId(),
                user.getUsername(),
                text(user.getFirstName()),
                text(user.getLastName()),
                text(user.getEmail()),
                attributes.getOrDefault(ORGANISATION, List.of("")).get(0),
                Boolean.TRUE.equals(user.isEnabled()),
                paths);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    private static <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotFoundException e) {
            throw new KeycloakProblem(Cause.UNKNOWN_ACCOUNT, "There is no such account in Keycloak.", e);
        } catch (WebApplicationException e) {
            throw new KeycloakProblem(
                    Cause.UNREACHABLE,
                    "Keycloak answered with status " + e.getResponse().getStatus() + ".",
                    e);
        } catch (ProcessingException e) {
            throw new KeycloakProblem(Cause.UNREACHABLE, "Keycloak does not answer.", e);
        }
    }
}
