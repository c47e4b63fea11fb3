package org.casebook.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.GroupRepresentation;

/** The group tree: finds by path, makes what is missing. */
final class Groups {
    /** Roles whose holders need a second factor; the realm's login flow reads the group attribute. */
    private static final Set<String> SECOND_FACTOR = Set.of("administrator", "data-manager");

    private static final int CONFLICT = 409;

    private final RealmResource realm;

    Groups(RealmResource realm) {
        this.realm = realm;
    }

    Optional<String> find(String path) {
        try {
            return Optional.of(realm.getGroupByPath(path).getId());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** The id of the group, made with its parents when missing. */
    String made(String path) {
        return find(path).orElseGet(() -> {
            int cut = path.lastIndexOf('/');
            GroupRepresentation group = new GroupRepresentation();
            group.setName(path.substring(cut + 1));
            if (SECOND_FACTOR.contains(group.getName())) {
                group.setAttributes(Map.of("mfa", List.of("required")));
            }
            return add(cut == 0 ? null : made(path.substring(0, cut)), group, path);
        });
    }

    private String add(String parent, GroupRepresentation group, String path) {
        try (Response response = parent == null
                ? realm.groups().add(group)
                : realm.groups().group(parent).subGroup(group)) {
            if (response.getStatus() == CONFLICT) {
                // somebody else made it just now
                return find(path).orElseThrow(NotFoundException::new);
            }
            return Created.id(response);
        }
    }
}
