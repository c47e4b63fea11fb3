package org.casebook.signature;

import java.util.List;

/**
 * A form that waits for a signature, with what is to be signed.
 *
 * @param revision the form's revision that is shown; what is signed must be the same
 * @param eventName name of the visit; null for rows of logs
 * @param row number of the row in its log; null for forms of visits
 * @param openQueries how many questions on it are not settled; they do not keep it from being signed
 * @param broken the signature that a change broke; null when it was never signed
 */
public record SignableForm(
        long formId,
        long revision,
        String study,
        String site,
        String subject,
        String eventName,
        String formName,
        Integer row,
        int openQueries,
        SignatureView broken,
        List<Line> lines) {

    public SignableForm {
        lines = List.copyOf(lines);
    }

    /**
     * One item.
     *
     * @param answer in words; empty when there is none
     * @param checks how many edit checks stand against it
     */
    public record Line(String question, String answer, int checks) {

        public boolean isChecked() {
            return checks > 0;
        }
    }

    /**
     * A form as somebody saw it: what is signed must be the same.
     *
     * @param revision the revision that was on the screen
     */
    public record Seen(long formId, long revision) {}
}
