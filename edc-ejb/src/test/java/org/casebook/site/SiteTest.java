package org.casebook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.Test;

class SiteTest {
    private final Site site = new Site(Scope.of("BMMSC", "103"), "Third site", ZoneId.of("Europe/Stockholm"));

    @Test
    void newSiteIsPlannedAndTakesNobody() {
        assertThat(site.view().status()).isEqualTo(SiteStatus.PLANNED);
        assertThat(site.view().active()).isFalse();
    }

    @Test
    void siteIsActivatedHeldAndActivatedAgain() {
        site.activate();
        assertThat(site.view().active()).isTrue();
        site.hold();
        assertThat(site.view().status()).isEqualTo(SiteStatus.ON_HOLD);
        site.activate();
        assertThat(site.view().active()).isTrue();
    }

    @Test
    void plannedSiteCannotBeHeldAndSaysWhy() {
        assertThatThrownBy(site::hold)
                .isInstanceOf(SiteStatusDoesNotAllow.class)
                .hasMessage("Site 103 is not yet activated and cannot be put on hold. Reload the page to see where it"
                        + " stands.");
    }

    @Test
    void activeSiteIsNotActivatedTwice() {
        site.activate();
        assertThatThrownBy(site::activate).isInstanceOf(SiteStatusDoesNotAllow.class);
    }
}
