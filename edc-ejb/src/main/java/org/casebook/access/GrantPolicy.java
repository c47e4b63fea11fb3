package org.casebook.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Role;
import org.casebook.kernel.Sentence;

/** Which role fits which place. A role given at the wrong place would open doors that nobody meant to open. */
final class GrantPolicy {

    private static final String ROOM = "access";

    private static final Set<Role> SYSTEM = EnumSet.of(Role.ADMINISTRATOR, Role.BUILDER);
    private static final Set<Role> ONE_SITE = EnumSet.of(Role.COORDINATOR, Role.INVESTIGATOR);
    private static final Set<Role> WHOLE_STUDY =
            EnumSet.of(Role.DATA_MANAGER, Role.SPONSOR, Role.INSPECTOR, Role.STATISTICIAN);

    /** Part of a group path: no slash, or the path would name another place. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:~-]{1,140}");

    private GrantPolicy() {}

    /** @throws Invalid saying where the role belongs */
    static void judge(Grant grant) {
        Role role = grant.role();
        if (SYSTEM.contains(role) != (grant.study() == null)) {
            throw new Invalid(Sentence.of(ROOM, SYSTEM.contains(role) ? "ofSystem" : "ofStudy", said(role)));
        }
        if (ONE_SITE.contains(role) && grant.site() == null) {
            throw new Invalid(Sentence.of(ROOM, "ofOneSite", said(role)));
        }
        if (WHOLE_STUDY.contains(role) && grant.site() != null) {
            throw new Invalid(Sentence.of(ROOM, "ofWholeStudy", said(role)));
        }
        named(grant.study());
        named(grant.site());
    }

    /**
     * Duties that one person must not join in one study (ICH E6(R3) 3.16.1(i), 4.1.2; ISO 14155 7.8.3(f)).
     *
     * @throws Invalid saying which role stands against it
     */
    static void judgeBeside(Grant grant, Collection<Grant> held) {
        held.stream()
                .filter(other -> grant.study() != null && grant.study().equals(other.study()))
                .map(Grant::role)
                .filter(grant.role()::excludes)
                .findFirst()
                .ifPresent(other -> {
                    throw new Invalid(Sentence.of(ROOM, "excluded", said(other), said(grant.role())));
                });
    }

    private static Sentence said(Role role) {
        return Sentence.of(ROOM, "role." + role.key());
    }

    private static void named(String part) {
        if (part != null && !NAME.matcher(part).matches()) {
            throw new Invalid(Sentence.of(ROOM, "noPlace", part));
        }
    }
}
