package org.casebook.kernel;

/**
 * Somebody sent a change that was refused for what it aimed at: no page of ours asked for it, or there is no such record or
 * item within his reach, or it is closed. Told after the caller's transaction has ended, and written in one of its own.
 *
 * @param scope the place that the request names; null when it names none
 * @param route method and path as sent
 * @param code of the refusal, kebab case
 */
public record RefusedTry(Scope scope, String route, String code) {

    private static final int LONGEST_ROUTE = 500;

    public RefusedTry {
        route = route.length() > LONGEST_ROUTE ? route.substring(0, LONGEST_ROUTE) : route;
    }
}
