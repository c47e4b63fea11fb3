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
        assertThat(site.status()).isEqualTo(SiteStatus.PLANNED);
        assertThat(site.status()).isNotEqualTo(SiteStatus.ACTIVE);
    }

    @Test
    void siteIsActivatedHeldAndActivatedAgain() {
        site.activate();
        assertThat(site.status()).isEqualTo(SiteStatus.ACTIVE);
        site.hold();
        assertThat(site.status()).isEqualTo(SiteStatus.ON_HOLD);
        site.activate();
        assertThat(site.status()).isEqualTo(SiteStatus.ACTIVE);
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
