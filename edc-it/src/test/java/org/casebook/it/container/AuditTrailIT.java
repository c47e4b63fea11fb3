package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.it.InContainer;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotSignedIn;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.Test;

class AuditTrailIT extends InContainer {
    private static final TrailFilter EVERYTHING = new TrailFilter(null, null, null, 0, 100);
    private static final String STUDY = "AUDIT-TRAIL-IT";

    @Inject
    private AuditTrail trail;

    @Inject
    private CurrentActor currentActor;

    @Test
    void nobody_reads_without_having_signed_in() {
        assertThatThrownBy(() -> trail.lines(Scope.of(STUDY), EVERYTHING)).isInstanceOf(NotSignedIn.class);
    }

    @Test
    void a_denied_try_is_kept_although_the_refusal_rolls_back() {
        currentActor.enter(People.person("nosy", "/studies/" + STUDY + "/101/coordinator"), "request-1");
        assertThatThrownBy(() -> trail.lines(Scope.of(STUDY, "102"), EVERYTHING))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining(STUDY + "/102");

        currentActor.enter(People.person("inspector", "/studies/" + STUDY + "/all/inspector"), "request-2");
        TrailFilter ofNosy = new TrailFilter(null, "nosy", null, 0, 100);
        assertThat(trail.lines(Scope.of(STUDY), ofNosy))
                .singleElement()
                .extracting(line -> line.who().username(), AuditLine::site)
                .containsExactly("nosy", "102");
    }
}
