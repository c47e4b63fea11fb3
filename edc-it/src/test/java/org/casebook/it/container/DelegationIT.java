package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.casebook.access.AccessDesk;
import org.casebook.access.AccountDraft;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.CaseBook;
import org.casebook.delegation.DelegationLog;
import org.casebook.delegation.Duty;
import org.casebook.delegation.NewDelegation;
import org.casebook.delegation.NotDelegated;
import org.casebook.it.InContainer;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Role;
import org.casebook.kernel.Scope;
import org.casebook.randomization.NotReadyToRandomize;
import org.casebook.randomization.Randomization;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.Signing;
import org.junit.jupiter.api.Test;

/** Where a site keeps its delegation log here, a person signs and randomises only while delegated, approved and trained. */
class DelegationIT extends InContainer {
    private static final String STUDY = "DELEGATION";
    private static final Scope NORTH = Scope.of(STUDY, "101");
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private CaseBook book;

    @Inject
    private DelegationLog log;

    @Inject
    private Signing signing;

    @Inject
    private Randomization randomization;

    @Inject
    private AuditTrail trail;

    @Inject
    private AccessDesk access;

    @Test
    void signing_and_randomising_wait_for_delegation_approval_and_training() {
        trial.open(STUDY);
        String subject = trial.participant(STUDY, "101");
        long consent = casework.start(NORTH, subject, "SE_SCREEN", "ICF");
        casework.complete(NORTH, consent);
        account("lead-101");
        account("sub-101");
        // before the log is kept here, the grant alone decides
        investigator("sub-101");
        assertThatThrownBy(() -> randomization.randomize(NORTH, subject)).isInstanceOf(NotReadyToRandomize.class);

        trial.as(People.person("admin", "/system/administrator"));
        assertThatThrownBy(() -> log.appoint(NORTH, new NewDelegation("lead-101", "Ines Vega", null, TODAY, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("training");
        assertThatThrownBy(() ->
                        log.appoint(Scope.of(STUDY), new NewDelegation("lead-101", "Ines Vega", null, TODAY, TODAY)))
                .isInstanceOf(Invalid.class);
        log.appoint(NORTH, new NewDelegation("lead-101", "Ines Vega", null, TODAY.minusDays(90), TODAY.minusDays(90)));
        investigator("sub-101");
        refused(() -> randomization.randomize(NORTH, subject), "not to randomise");
        refused(() -> sign(consent), "not to sign");
        assertThatThrownBy(() -> log.add(NORTH, new NewDelegation("sub-101", "Sub", Set.of(Duty.LEAD), TODAY, null)))
                .isInstanceOf(Invalid.class);

        invalid(new NewDelegation("nobody-here", "Sub", Set.of(Duty.SIGN), TODAY, null), "no account");
        invalid(new NewDelegation("coordinator-102", "Sub", Set.of(Duty.SIGN), TODAY, null), "no role at site 101");

        long line = log.add(NORTH, new NewDelegation("sub-101", "Sub", Set.of(Duty.SIGN, Duty.RANDOMIZE), TODAY, null))
                .id();
        refused(() -> sign(consent), "not approved");
        refused(() -> log.approve(NORTH, line), "principal investigator");
        investigator("lead-101");
        assertThat(log.approve(NORTH, line).approved()).isTrue();
        investigator("sub-101");
        refused(() -> sign(consent), "no training");
        log.train(NORTH, line, TODAY);
        assertThat(sign(consent)).isNotNull();
        assertThatThrownBy(() -> randomization.randomize(NORTH, subject)).isInstanceOf(NotReadyToRandomize.class);

        log.end(NORTH, line, TODAY, "Left the site.");
        refused(() -> randomization.randomize(NORTH, subject), "until " + TODAY);
        assertThat(trail.lines(NORTH, new TrailFilter(null, null, null, 0, 100)))
                .extracting(AuditLine::action)
                .contains("delegation-added", "delegation-approved", "delegation-trained", "delegation-ended");

        trial.coordinator(STUDY, "102");
        Scope south = Scope.of(STUDY, "102");
        assertThat(log.list(south)).isEmpty();
        assertThatThrownBy(() -> log.list(NORTH)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> log.end(south, line, TODAY, "Why not.")).isInstanceOf(NotFound.class);
    }

    private void invalid(NewDelegation wanted, String why) {
        assertThatThrownBy(() -> log.add(NORTH, wanted))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(why);
    }

    /** A person of the site, in Keycloak too. */
    private void account(String username) {
        trial.as(People.person("admin", "/system/administrator"));
        String id = access.create(
                        new AccountDraft(username, "Test", username, username + "@delegation.invalid", "Tests"))
                .id();
        access.give(id, new Grant(STUDY, "101", Role.INVESTIGATOR), "Works there.");
    }

    private Object sign(long form) {
        List<SignableForm.Seen> seen =
                List.of(new SignableForm.Seen(form, book.get(NORTH, form).revision()));
        return signing.request(NORTH, seen, Meaning.APPROVAL);
    }

    private void investigator(String username) {
        trial.as(People.person(username, "/studies/" + STUDY + "/101/investigator"));
    }

    private static void refused(ThrowingCallable attempt, String why) {
        assertThatThrownBy(attempt).isInstanceOf(NotDelegated.class).hasMessageContaining(why);
    }
}
