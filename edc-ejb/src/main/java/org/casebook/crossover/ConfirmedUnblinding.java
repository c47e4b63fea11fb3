package org.casebook.crossover;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.casebook.access.ConfirmedAct;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/** Makes a treatment known once the password was typed again. */
@Dependent
public class ConfirmedUnblinding implements ConfirmedAct {

    static final String PURPOSE = "unblind-subject";

    @Inject
    private PlannedUnblinder unblinder;

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Permission right() {
        return Permission.UNBLIND;
    }

    @Override
    public String carryOut(Scope place, String payload, Instant authenticatedAt) {
        Participant participant = unblinder.unblind(place, UnblindingRequest.parse(payload));
        return "/crossover/crossover.xhtml?study=" + encoded(place.study()) + "&site=" + encoded(participant.site())
                + "&subject=" + encoded(participant.key());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
