package org.casebook.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person is in a study or at a site. Keycloak groups end in the role's {@link #key()}. */
public enum Role {
    COORDINATOR,
    INVESTIGATOR,
    MONITOR,
    DATA_MANAGER,
    SPONSOR,
    PHARMACIST,
    STATISTICIAN,
    BUILDER,
    INSPECTOR,
    ADMINISTRATOR;

    private static final Set<Role> ENTRY = EnumSet.of(COORDINATOR, INVESTIGATOR);
    private static final Set<Role> UNBLINDED = EnumSet.of(PHARMACIST, STATISTICIAN);
    private static final Set<Role> OVERSIGHT = EnumSet.of(MONITOR, DATA_MANAGER, SPONSOR, INSPECTOR);

    /** The name in group paths, claims and permissions.csv: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether one person must not join the two in one study: who enters data does not oversee them, and who sees the treatment
     * does neither (ICH E6(R3) 3.16.1(i), 4.1.2; ISO 14155 7.8.3(f)). The same both ways round.
     */
    public boolean excludes(Role other) {
        return yieldsTo(other) || other.yieldsTo(this);
    }

    /** Whether this is the role of the two that opens nothing while somebody holds both. */
    boolean yieldsTo(Role other) {
        return UNBLINDED.contains(this) && other != this || OVERSIGHT.contains(this) && ENTRY.contains(other);
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
