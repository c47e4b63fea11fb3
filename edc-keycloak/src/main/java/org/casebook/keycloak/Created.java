package org.casebook.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.casebook.keycloak.KeycloakProblem.Cause;
import org.keycloak.representations.idm.ErrorRepresentation;

/** Reads the answer to a creation. */
final class Created {
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private Created() {}

    /** The id at the end of the Location header. */
    static String id(Response response) {
        return switch (response.getStatus()) {
            case CREATED -> {
                String path = response.getLocation().getPath();
                yield path.substring(path.lastIndexOf('/') + 1);
            }
            case CONFLICT -> throw new KeycloakProblem(Cause.TAKEN, detail(response), null);
            case BAD_REQUEST -> throw new KeycloakProblem(Cause.NOT_ACCEPTED, detail(response), null);
            default -> throw new WebApplicationException(response.getStatus());
        };
    }

    private static String detail(Response response) {
        try {
            return String.valueOf(response.readEntity(ErrorRepresentation.class).getErrorMessage());
        } catch (ProcessingException e) {
            return "Keycloak gave no detail";
        }
    }
}
