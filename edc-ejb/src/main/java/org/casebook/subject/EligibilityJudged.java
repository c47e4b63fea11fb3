package org.casebook.subject;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/**
 * Verdicts on criteria changed.
 *
 * @param turned the criteria whose verdict differs from before; never empty
 */
public record EligibilityJudged(Scope scope, String subject, List<Turn> turned) implements Fact {

    public EligibilityJudged {
        turned = List.copyOf(turned);
    }

    /**
     * One criterion with its verdict before and after.
     *
     * @param before null when it had never been judged
     */
    public record Turn(CriterionResult.Verdict before, CriterionResult after) {}

    @Override
    public List<Change> changes() {
        return turned.stream().map(this::change).toList();
    }

    private Change change(Turn turn) {
        String before = turn.before() == null ? null : turn.before().name();
        return Change.of(scope, "criterion-judged")
                .withSubject(subject)
                .withPlace(Change.Place.NONE.item(turn.after().oid()))
                .withValues(before, turn.after().verdict().name());
    }
}
