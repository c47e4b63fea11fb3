package org.casebook.web.refusal;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.casebook.capture.FormIsClosed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Refusal;
import org.casebook.subject.SubjectIsLocked;
import org.casebook.web.shell.Causes;
import org.casebook.web.shell.Words;

/**
 * Answers every refusal and fault as JSON; without it Payara answers HTML. What went wrong inside is written to the log,
 * never to the outside.
 */
@Provider
public class RefusalMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(RefusalMapper.class.getName());

    /** PostgreSQL: serialization failure, deadlock. Trying again helps. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    private static final String API = "/api";
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int FAULT = 500;

    @Inject
    private CurrentActor actor;

    @Context
    private UriInfo uri;

    @Context
    private Request sent;

    @Inject
    private RefusedTries tries;

    @Override
    public Response toResponse(Throwable thrown) {
        String request = actor.request();
        Refusal refusal = Causes.find(thrown, Refusal.class).orElse(null);
        if (refusal != null) {
            if (refusal instanceof NotFound || refusal instanceof FormIsClosed || refusal instanceof SubjectIsLocked) {
                tries.note(
                        sent.getMethod(),
                        uri.getRequestUri().getRawPath(),
                        named("study"),
                        named("site"),
                        refusal.code());
            }
            return answer(refusal.kind().status(), RefusalAnswer.of(refusal, request));
        }
        if (thrown instanceof WebApplicationException http) {
            return http(http, request);
        }
        if (isUnreadable(thrown)) {
            return notUnderstood(BAD_REQUEST, request);
        }
        if (isCollision(thrown)) {
            String sentence = Words.of("common", "sameMoment");
            return answer(CONFLICT, RefusalAnswer.of("stored-at-the-same-moment", sentence, request));
        }
        LOG.log(Level.SEVERE, "Request " + request + " failed", thrown);
        String sentence = Words.of("common", "serverFault", request);
        return answer(FAULT, RefusalAnswer.of("failed", sentence, request));
    }

    /** The study or site that a request names, in its path or behind it. */
    private String named(String part) {
        String inPath = uri.getPathParameters().getFirst(part);
        return inPath == null ? uri.getQueryParameters().getFirst(part) : inPath;
    }

    private Response http(WebApplicationException thrown, String request) {
        int status = thrown.getResponse().getStatus();
        return switch (Response.Status.Family.familyOf(status)) {
            case SUCCESSFUL, REDIRECTION -> thrown.getResponse();
            default ->
                status == Response.Status.NOT_FOUND.getStatusCode()
                        ? answer(
                                status,
                                RefusalAnswer.of("no-such-address", Words.of("common", "nothingAtAddress"), request))
                        : notUnderstood(status, request);
        };
    }

    private Response notUnderstood(int status, String request) {
        return answer(status, RefusalAnswer.of("not-understood", Words.of("common", "notUnderstood"), request));
    }

    private static boolean isUnreadable(Throwable thrown) {
        return thrown instanceof ProcessingException
                || thrown instanceof JsonbException
                || thrown instanceof JsonException;
    }

    private static boolean isCollision(Throwable thrown) {
        return Causes.of(thrown)
                .anyMatch(cause -> cause instanceof OptimisticLockException
                        || cause instanceof SQLException sql && COLLISIONS.contains(sql.getSQLState()));
    }

    private Response answer(int status, RefusalAnswer answer) {
        if (uri.getBaseUri().getPath().startsWith(API)) {
            return Response.status(status)
                    .type(ProblemAnswer.MEDIA_TYPE)
                    .entity(ProblemAnswer.of(status, answer))
                    .build();
        }
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer)
                .build();
    }
}
