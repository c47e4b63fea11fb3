package org.casebook.signature;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/** Locks the study once the password was typed again, if nothing came to be open in between. */
@Dependent
public class ConfirmedStudyLock implements ConfirmedAct {

    static final String PURPOSE = "lock-study";

    @Inject
    private Latch latch;

    @Inject
    private CurrentActor actor;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        // the right may have been taken since the password was asked for
        if (!actor.get().may(Permission.LOCK, place)) {
            throw new NotAllowed(Permission.LOCK, place);
        }
        latch.lockStudy(place, payload);
        return "/signature/lock.xhtml?study=" + URLEncoder.encode(place.study(), StandardCharsets.UTF_8);
    }
}
