package org.casebook.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;

/** Unblinds the study once the password was typed again, if its data are locked still. */
@Dependent
public class ConfirmedStudyUnblinding implements ConfirmedAct {

    static final String PURPOSE = "unblind-study";

    @Inject
    private Disclosure disclosure;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Permission right() {
        return Permission.UNBLIND_STUDY;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        disclosure.unblind(place, payload);
        return "/disclosure/unblinding.xhtml?study=" + URLEncoder.encode(place.study(), StandardCharsets.UTF_8);
    }
}
