package org.casebook.signature;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/** Locks the study once the password was typed again, if nothing came to be open in between. */
@Dependent
public class ConfirmedStudyLock implements ConfirmedAct {

    static final String PURPOSE = "lock-study";

    @Inject
    private Latch latch;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Permission right() {
        return Permission.LOCK;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        latch.lockStudy(place, payload);
        return "/signature/lock.xhtml?study=" + URLEncoder.encode(place.study(), StandardCharsets.UTF_8);
    }
}
