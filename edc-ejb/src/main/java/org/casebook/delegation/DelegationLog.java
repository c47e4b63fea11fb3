package org.casebook.delegation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.casebook.access.AccountView;
import org.casebook.access.Staff;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/** The delegation log of each site. */
@Stateless
public class DelegationLog {

    @Inject
    private Delegations delegations;

    @Inject
    private Duties duties;

    @Inject
    private Staff staff;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** The lines of the scope's sites, ended ones too. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<DelegationView> list(Scope scope) {
        return delegations.list(scope);
    }

    /**
     * Appoints the principal investigator, approved by that. From his first day on the site keeps its log here.
     *
     * @param wanted its duties are of no account; its training is dated, or else nobody could sign at the site
     */
    @Allowed(Permission.MANAGE_SITES)
    public DelegationView appoint(Scope place, NewDelegation wanted) {
        if (wanted.trainedOn() == null) {
            throw new Invalid(Sentence.of("delegation", "leadIsTrained"));
        }
        Set<Duty> lead = Set.of(Duty.LEAD);
        Delegation line = new Delegation(
                place,
                settled(
                        place,
                        new NewDelegation(wanted.username(), wanted.name(), lead, wanted.from(), wanted.trainedOn())));
        line.approve(actor.get().fullName(), clock.instant());
        return added(place, line);
    }

    /** Writes a person into the log; it counts once the principal investigator approves it. */
    @Allowed(Permission.ENROL)
    public DelegationView add(Scope place, NewDelegation wanted) {
        if (wanted.duties().contains(Duty.LEAD)) {
            throw new Invalid(Sentence.of("delegation", "leadIsAppointed"));
        }
        return added(place, new Delegation(place, settled(place, wanted)));
    }

    /**
     * Approves a delegation.
     *
     * @throws NotDelegated when the person is not the site's principal investigator today
     */
    @Allowed(Permission.SIGN)
    public DelegationView approve(Scope place, long id) {
        Delegation line = delegations.get(place, id);
        boolean leads = duties.policy(place).log().stream()
                .anyMatch(one -> one.username().equals(actor.get().username())
                        && one.duties().contains(Duty.LEAD)
                        && one.covers(duties.today(place)));
        if (!leads) {
            throw new NotDelegated(Sentence.of("delegation", "leadApproves"));
        }
        line.approve(actor.get().fullName(), clock.instant());
        facts.fire(new DelegationApproved(place, line.view()));
        return line.view();
    }

    /**
     * Dates a person's training.
     *
     * @param on date at the site, not in the future there
     */
    @Allowed(Permission.ENROL)
    public DelegationView train(Scope place, long id, LocalDate on) {
        Delegation line = delegations.get(place, id);
        line.train(past(place, needed(on)));
        facts.fire(new DelegationTrained(place, line.view()));
        return line.view();
    }

    /**
     * Ends a delegation.
     *
     * @param on last day at the site
     * @param reason why, in the person's words; never blank
     */
    @Allowed(Permission.ENROL)
    public DelegationView end(Scope place, long id, LocalDate on, String reason) {
        String why = Words.needed(reason, Sentence.of("delegation", "noReason"));
        Delegation line = delegations.get(place, id);
        line.end(needed(on));
        facts.fire(new DelegationEnded(place, line.view(), why));
        return line.view();
    }

    private DelegationView added(Scope place, Delegation line) {
        delegations.add(line);
        facts.fire(new DelegationAdded(place, line.view()));
        return line.view();
    }

    private NewDelegation settled(Scope place, NewDelegation wanted) {
        String username = accountAt(place, Words.needed(wanted.username(), Sentence.of("delegation", "noPerson")));
        String name = Words.needed(wanted.name(), Sentence.of("delegation", "noPerson"));
        if (wanted.duties().isEmpty()) {
            throw new Invalid(Sentence.of("delegation", "noDuty"));
        }
        LocalDate trained = wanted.trainedOn() == null ? null : past(place, wanted.trainedOn());
        return new NewDelegation(username, name, wanted.duties(), needed(wanted.from()), trained);
    }

    /** The account's own name; refused unless the person can sign in and has a role at the site, other than in a copy of a study. */
    private String accountAt(Scope place, String username) {
        // refuses where no site is named
        duties.today(place);
        AccountView account = staff.find(username)
                .filter(AccountView::enabled)
                .orElseThrow(() -> new Invalid(Sentence.of("delegation", "noAccount", Words.quoted(username))));
        boolean works = place.isCopy()
                || account.grants().stream()
                        .anyMatch(grant -> place.study().equals(grant.study()) && grant.reaches(place));
        if (!works) {
            throw new Invalid(Sentence.of("delegation", "notAtSite", account.username(), place.site()));
        }
        return account.username();
    }

    private LocalDate past(Scope place, LocalDate on) {
        LocalDate today = duties.today(place);
        if (on.isAfter(today)) {
            throw new Invalid(Sentence.of("delegation", "future", on.toString(), today.toString()));
        }
        return on;
    }

    private static LocalDate needed(LocalDate date) {
        if (date == null) {
            throw new Invalid(Sentence.of("delegation", "noDate"));
        }
        return date;
    }
}
