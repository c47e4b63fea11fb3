package org.casebook.report;

/**
 * One form or log row that is not void, without its data.
 *
 * @param event event OID; null for rows of logs that belong to no visit
 * @param row number at its place; null for forms without rows
 * @param state as stored: STARTED, COMPLETE, NOT_DONE
 * @param openQueries queries that wait for the site
 * @param answeredQueries queries that wait for review
 * @param signature whether the latest signature holds; null when it was never signed
 */
record FormRow(
        long id,
        String site,
        String subject,
        String event,
        String form,
        Integer row,
        String state,
        boolean locked,
        int openQueries,
        int answeredQueries,
        Boolean signature) {

    /** The one word that says how the form stands. */
    String standing() {
        if (locked) {
            return "LOCKED";
        }
        if (signature != null && state.equals("COMPLETE")) {
            return signature ? "SIGNED" : "SIGNATURE_BROKEN";
        }
        return signature != null && !signature ? "SIGNATURE_BROKEN" : state;
    }

    int queries() {
        return openQueries + answeredQueries;
    }

    boolean complete() {
        return state.equals("COMPLETE");
    }

    boolean started() {
        return state.equals("STARTED");
    }
}
