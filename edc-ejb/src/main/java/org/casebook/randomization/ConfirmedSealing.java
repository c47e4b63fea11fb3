package org.casebook.randomization;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/** Seals allocation lists once the password was typed again, if they are still what was reviewed. */
@Dependent
public class ConfirmedSealing implements ConfirmedAct {

    static final String PURPOSE = "seal-allocation-lists";

    @Inject
    private ListSealing sealing;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Permission right() {
        return Permission.SEAL_ALLOCATION;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        sealing.seal(place, payload);
        return "/randomization/allocation.xhtml?study=" + URLEncoder.encode(place.study(), StandardCharsets.UTF_8);
    }
}
