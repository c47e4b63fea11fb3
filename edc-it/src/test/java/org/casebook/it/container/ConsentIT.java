package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.assertj.core.groups.Tuple;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.consent.ConsentDesk;
import org.casebook.consent.ConsentView;
import org.casebook.consent.NewConsent;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.report.Reports;
import org.casebook.report.Worklist;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** A new consent text at one site: who consented before is asked again there, on the worklist, until it is dated. */
class ConsentIT extends InContainer {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Inject
    private Trial trial;

    @Inject
    private ConsentDesk desk;

    @Inject
    private Participants participants;

    @Inject
    private Reports reports;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Test
    void consent_is_due_again_where_a_new_text_took_force_until_it_is_dated() throws Exception {
        String study = "CONSENTDUE";
        trial.open(study);
        Scope north = Scope.of(study, "101");
        Scope south = Scope.of(study, "102");
        String one = consented(study, "101");
        String other = consented(study, "102");
        put(north, "1.0", TODAY.minusDays(90), false);
        put(south, "1.0", TODAY.minusDays(90), false);
        put(north, "2.0", TODAY.minusDays(5), true);
        assertThatThrownBy(() -> put(north, "2.0", TODAY, true))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("already");

        trial.coordinator(study, "102");
        assertThat(desk.get(south, other).due()).isNull();
        assertThat(due(south)).isZero();
        trial.coordinator(study, "101");
        ConsentView view = desk.get(north, one);
        assertThat(view.due().label()).isEqualTo("2.0");
        assertThat(view.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.label()).isEqualTo("1.0"));
        assertThat(due(north)).isEqualTo(1);
        assertThatThrownBy(() -> give(north, one, "2.0", TODAY.minusDays(6)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("cannot be");
        assertThatThrownBy(() -> give(north, one, "9.0", TODAY)).isInstanceOf(Invalid.class);

        assertThat(give(north, one, "2.0", TODAY).due()).isNull();
        assertThat(due(north)).isZero();
        assertThat(desk.takeBack(north, one, "Another participant.").due().label())
                .isEqualTo("2.0");
        assertThat(trail.lines(north, new TrailFilter(null, null, null, 0, 100)))
                .filteredOn(line -> line.action().startsWith("consent-") && line.subject() != null)
                .extracting(AuditLine::action, AuditLine::newValue, AuditLine::reason)
                .contains(
                        Tuple.tuple("consent-given-again", "2.0, " + TODAY + ", Dr Vega", null),
                        Tuple.tuple("consent-taken-back", null, "Another participant."));
    }

    @Test
    void no_other_site_and_nobody_without_the_right_records_consent() throws Exception {
        String study = "CONSENTSITE";
        trial.open(study);
        String one = consented(study, "101");
        Scope north = Scope.of(study, "101");
        put(north, "1.0", TODAY.minusDays(9), false);
        trial.coordinator(study, "102");
        Scope south = Scope.of(study, "102");
        assertThatThrownBy(() -> desk.get(south, one)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(south, one, "1.0", TODAY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.putInForce(south, "1.0", TODAY, true)).isInstanceOf(NotAllowed.class);
        trial.coordinator(study, "101");
        String fresh = trial.participant(study, "101");
        assertThatThrownBy(() -> give(north, fresh, "1.0", TODAY))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("consent form");
    }

    private String consented(String study, String site) throws Exception {
        String subject = trial.participant(study, site);
        transaction.begin();
        participants.consented(Scope.of(study, site), subject, TODAY.minusDays(60));
        transaction.commit();
        return subject;
    }

    private void put(Scope place, String label, LocalDate from, boolean again) {
        trial.as(People.person("admin", "/system/administrator"));
        desk.putInForce(place, label, from, again);
    }

    private ConsentView give(Scope place, String subject, String label, LocalDate on) {
        return desk.give(place, subject, new NewConsent(label, on, "Dr Vega"));
    }

    private int due(Scope site) {
        return reports.worklist(site).groups().stream()
                .filter(group -> group.kind() == Worklist.Kind.RECONSENT_DUE)
                .mapToInt(Worklist.Group::total)
                .sum();
    }
}
