package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.casebook.capture.CaseBook;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Scope;
import org.casebook.monitoring.FormVerification;
import org.casebook.monitoring.Monitoring;
import org.casebook.monitoring.NothingToVerify;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source data verification on the shipped trial. */
class MonitoringIT extends InContainer {
    private static final String STUDY = "MONITORIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private CaseBook book;

    @Inject
    private Monitoring monitoring;

    private long consent;

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        String subject = trial.participant(STUDY, "101");
        consent = casework.start(SITE, subject, "SE_SCREEN", "ICF");
        casework.type(SITE, consent, "ICFYN", "true");
        casework.type(SITE, consent, "ICFDAT", "2026-03-01");
        casework.complete(SITE, consent);
    }

    @Test
    void only_the_item_that_changed_loses_its_tick() {
        monitor();
        long revision = book.get(SITE, consent).revision();
        FormVerification done = monitoring.verifyForm(SITE, consent, Monitoring.Extent.ENTERED);
        assertThat(done.items()).hasSizeGreaterThan(2).allMatch(FormVerification.Item::isVerified);
        assertThat(book.get(SITE, consent).revision())
                .as("ticks never change the data")
                .isEqualTo(revision);

        trial.coordinator(STUDY, "101");
        casework.type(SITE, consent, "ICFDAT", "2026-03-02");
        FormVerification after = monitoring.form(SITE, consent);
        assertThat(after.items())
                .filteredOn(item -> !item.isVerified())
                .extracting(FormVerification.Item::oid)
                .containsExactly("ICFDAT");
        assertThat(after.due()).singleElement().satisfies(item -> {
            assertThat(item.lost()).isTrue();
            assertThat(item.answer()).contains("2026-03-02");
        });
        assertThat(monitoring.worklist(SITE))
                .extracting(form -> form.form().id())
                .contains(consent);

        monitor();
        monitoring.verify(SITE, consent, "ICFDAT");
        assertThat(monitoring.form(SITE, consent).due()).isEmpty();
        assertThat(monitoring.worklist(SITE))
                .extracting(form -> form.form().id())
                .doesNotContain(consent);
    }

    @Test
    void required_items_alone_and_a_tick_taken_back() {
        monitor();
        FormVerification required = monitoring.verifyForm(SITE, consent, Monitoring.Extent.REQUIRED);
        assertThat(required.verifiedCount()).isEqualTo(required.requiredCount()).isPositive();
        assertThat(required.due()).isEmpty();
        assertThatThrownBy(() -> monitoring.verifyForm(SITE, consent, Monitoring.Extent.REQUIRED))
                .isInstanceOf(NothingToVerify.class);
        FormVerification less = monitoring.unverify(SITE, consent, "ICFYN");
        assertThat(less.due()).extracting(FormVerification.Item::oid).containsExactly("ICFYN");
        assertThatThrownBy(() -> monitoring.verify(SITE, consent, "NO_SUCH_ITEM"))
                .isInstanceOf(NothingToVerify.class);
    }

    @Test
    void only_a_monitor_ticks() {
        trial.coordinator(STUDY, "101");
        assertThatThrownBy(() -> monitoring.verify(SITE, consent, "ICFYN")).isInstanceOf(NotAllowed.class);
        trial.as(People.person("dm-" + STUDY, "/studies/" + STUDY + "/all/data-manager"));
        assertThatThrownBy(() -> monitoring.verify(SITE, consent, "ICFYN")).isInstanceOf(NotAllowed.class);
    }

    private void monitor() {
        trial.as(People.person("monitor-" + STUDY, "/studies/" + STUDY + "/all/monitor"));
    }
}
