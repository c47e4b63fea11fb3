package org.casebook.access;

import java.time.Instant;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/**
 * Something that a person does by typing the password again: signing, unblinding, locking. A later room implements it
 * as a CDI bean; {@link StepUps} finds it by its purpose.
 */
public interface ConfirmedAct {

    /** Stable name in kebab case, for example {@code sign-forms}; one act for each. */
    String purpose();

    /** The right to it. It is asked for again when the password was typed, since it may have been taken meanwhile. */
    Permission right();

    /**
     * Does what was asked for, in the caller's transaction. What the payload describes may have changed since: the act
     * compares and refuses.
     *
     * @param place as given to {@link StepUps#begin}
     * @param payload as given to {@link StepUps#begin}
     * @param authenticatedAt when the password was typed, in whole seconds of the system's clock
     * @return page to show now, a local path with its query such as {@code /subject/subject.xhtml?study=…}
     */
    String carryOut(Scope place, String payload, Instant authenticatedAt);
}
