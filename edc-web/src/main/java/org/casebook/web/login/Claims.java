package org.casebook.web.login;

import jakarta.json.JsonString;
import jakarta.security.enterprise.identitystore.openid.JwtClaims;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Grant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a token says of a person; both ways in give the same. Groups that are no grants are left out. */
record Claims(String subject, String username, String name, String organisation, Collection<String> groups) {

    static Claims of(JwtClaims token) {
        return new Claims(
                token.getStringClaim("sub").orElseThrow(() -> new IllegalStateException("a token without sub")),
                token.getStringClaim("preferred_username").orElse(""),
                token.getStringClaim("name").orElse(""),
                token.getStringClaim("organisation").orElse(""),
                token.getArrayStringClaim("groups"));
    }

    static Claims of(JsonWebToken token) {
        return new Claims(
                token.getSubject(),
                text(token, "preferred_username"),
                text(token, "name"),
                text(token, "organisation"),
                token.getGroups() == null ? Set.of() : token.getGroups());
    }

    Actor actor(String origin) {
        return new Actor(
                subject,
                username,
                name.isBlank() ? username : name,
                organisation,
                origin,
                groups.stream().map(Grant::parse).flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    /** MicroProfile hands custom claims over as JSON. */
    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonString json) {
            return json.getString();
        }
        return value == null ? "" : value.toString();
    }
}
