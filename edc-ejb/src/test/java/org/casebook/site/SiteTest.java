package org.casebook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import java.util.List;
import org.casebook.kernel.Language;
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
    void whyItCannotBeIsToldInTheReadersLanguage() {
        SiteStatusDoesNotAllow refused = catchThrowableOfType(SiteStatusDoesNotAllow.class, site::hold);
        assertThat(Language.GERMAN.saying(refused::sentence))
                .isEqualTo("Zentrum 103 ist noch nicht eröffnet und kann nicht angehalten werden. Laden Sie die Seite"
                        + " neu, um zu sehen, wo es steht.");
        for (SiteStatus status : SiteStatus.values()) {
            for (SiteStatus asked : List.of(SiteStatus.ACTIVE, SiteStatus.ON_HOLD)) {
                SiteStatusDoesNotAllow any = new SiteStatusDoesNotAllow("103", status, asked);
                assertThat(any).hasMessageStartingWith("Site 103 is ");
                assertThat(Language.GERMAN.saying(any::sentence)).startsWith("Zentrum 103 ist ");
            }
        }
    }

    @Test
    void activeSiteIsNotActivatedTwice() {
        site.activate();
        assertThatThrownBy(site::activate).isInstanceOf(SiteStatusDoesNotAllow.class);
    }
}
