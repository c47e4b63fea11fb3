package org.casebook.signature;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;

/**
 * One thing that still keeps a participant from being locked.
 *
 * @param formId the form to look at; null when it was never started or no form is concerned
 * @param event OID of the visit; null for logs
 * @param form OID of the form; null when no form is concerned
 * @param said the thing in words, without the participant's number
 */
public record Blocker(Kind kind, String site, String subject, Long formId, String event, String form, Sentence said) {

    private static final int NAMED = 5;

    /** What is missing; in the order in which it is best worked off. */
    public enum Kind {
        VISIT_OPEN,
        FORM_MISSING,
        FORM_NOT_COMPLETE,
        OPEN_QUERY,
        ITEM_NOT_VERIFIED,
        FORM_NOT_SIGNED,
        NO_END_OF_STUDY
    }

    /** The thing in the reader's words. */
    public String what() {
        return said.in(Language.ofReader());
    }

    /** The first of these with their participants, and how many more there are: a part of a sentence. */
    public static Serializable named(List<Blocker> blockers) {
        Serializable first = Sentence.spoken(() -> blockers.stream()
                .limit(NAMED)
                .map(blocker -> blocker.subject() + ": " + blocker.what())
                .collect(Collectors.joining("; ")));
        return blockers.size() > NAMED ? Sentence.of("signature", "andMore", first, blockers.size() - NAMED) : first;
    }
}
