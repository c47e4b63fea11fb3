package org.casebook.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Locale;

/**
 * A "no" with its reason: a sentence that says what, where and how to mend it. Rolls the transaction back,
 * so that nothing is half done.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How the outside is told; each has one HTTP status. */
    public enum Kind {
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        NOT_FOUND(404),
        CONFLICT(409),
        INVALID(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final Sentence sentence;

    protected Refusal(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
        this.sentence = null;
    }

    /** A refusal that is told in the reader's language, and logged in English. */
    protected Refusal(Kind kind, Sentence sentence) {
        super(sentence.in(Language.ENGLISH));
        this.kind = kind;
        this.sentence = sentence;
    }

    /** The sentence in the reader's language, where it is said in several; else in English. */
    public String sentence() {
        return sentence == null ? getMessage() : sentence.in(Language.ofReader());
    }

    public Kind kind() {
        return kind;
    }

    /** Stable name for scripts and translations: the class name in kebab case. */
    public String code() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
