package org.casebook.outcome;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** The limits of a response that a study uses in place of its file's: each with a source and a reason, in the audit trail. */
@Stateless
public class LimitDesk {

    private static final int LONGEST = 500;

    @Inject
    private OutcomePlans plans;

    @Inject
    private Limits limits;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * What is to hold.
     *
     * @param response OID of the definition
     * @param rule which of its rules, from 0
     * @param amount in the item's standard unit, with the sign of the rule's own; null: the file's again
     * @param source who says so, 1 to 500 characters; may be empty where the file's is to hold
     * @param reason why the study changes it, 1 to 500 characters
     */
    public record Wanted(String response, int rule, BigDecimal amount, String source, String reason) {}

    /**
     * Sets one limit for all of the study, from now on.
     *
     * @throws NotFound when the study has no such definition or rule
     * @throws Invalid when source or reason is missing or too long, or the amount goes the other way
     */
    @Allowed(Permission.MAINTAIN_LIMITS)
    public void set(Scope scope, Wanted wanted) {
        Scope study = Scope.of(scope.study());
        ResponseDefinition definition = plans.of(study)
                .flatMap(plan -> plan.response(wanted.response()))
                .orElseThrow(() -> new NotFound("response", wanted.response(), study));
        if (wanted.rule() < 0 || wanted.rule() >= definition.rules().size()) {
            throw new NotFound("rule", wanted.rule(), study);
        }
        ResponseRule rule = definition.rules().get(wanted.rule());
        check(wanted, rule);
        BigDecimal before = Limits.of(limits.list(study), definition.oid(), rule)
                .map(ResponseTable.Own::amount)
                .orElse(rule.limit());
        BigDecimal after = wanted.amount() == null ? rule.limit() : wanted.amount();
        limits.add(new Limit(study.study(), wanted, rule, actor.get().fullName(), clock.instant()));
        facts.fire(new LimitSet(
                study,
                definition.oid() + "/" + rule.item() + " " + rule.kind(),
                before,
                after,
                wanted.amount() == null ? null : wanted.source(),
                wanted.reason()));
    }

    private static void check(Wanted wanted, ResponseRule rule) {
        if (blank(wanted.reason()) || wanted.amount() != null && blank(wanted.source())) {
            throw new Invalid(Sentence.of("outcome", "noSource"));
        }
        if (wanted.reason().length() > LONGEST
                || wanted.source() != null && wanted.source().length() > LONGEST) {
            throw new Invalid(Sentence.of("outcome", "longSource", String.valueOf(LONGEST)));
        }
        if (wanted.amount() != null
                && rule.kind().counts()
                && wanted.amount().signum() != rule.limit().signum()) {
            throw new Invalid(Sentence.of("outcome", "otherWay", rule.limit().toPlainString()));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
