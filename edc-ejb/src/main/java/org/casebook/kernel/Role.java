package org.casebook.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is in a study or at a site. Keycloak groups end in the role's {@link #key()}. */
public enum Role {
    COORDINATOR,
    INVESTIGATOR,
    MONITOR,
    DATA_MANAGER,
    SPONSOR,
    PHARMACIST,
    BUILDER,
    INSPECTOR,
    ADMINISTRATOR;

    /** The name in group paths, claims and permissions.csv: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
