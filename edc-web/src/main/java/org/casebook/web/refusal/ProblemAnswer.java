package org.casebook.web.refusal;

import java.util.List;

/**
 * A refusal as REST tells it: problem details (RFC 9457), with Casebook's own members.
 *
 * @param title the sentence: what, where, and how to mend it
 * @param code stable name, kebab case
 * @param request identifies the request in logs and audit trail
 * @param conflict what somebody else stored meanwhile; only with code {@code item-was-changed}
 * @param missing OIDs of the items still to be filled; only with code {@code form-is-incomplete}
 */
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String request,
        RefusalAnswer.Conflict conflict,
        List<String> missing) {

    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemAnswer of(int status, RefusalAnswer answer) {
        return new ProblemAnswer(
                "about:blank",
                answer.sentence(),
                status,
                answer.sentence(),
                answer.code(),
                answer.request(),
                answer.conflict(),
                answer.missing());
    }
}
