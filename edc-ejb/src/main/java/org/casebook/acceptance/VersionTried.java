package org.casebook.acceptance;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** The test participants of a version were run. */
public record VersionTried(RunView run) implements Fact {

    @Override
    public List<Change> changes() {
        RunResult result = run.result();
        String what = result.isEmpty()
                ? "%s: no test participants".formatted(run.version())
                : "%s: %s, %d participants, %d steps, %d not as expected"
                        .formatted(
                                run.version(),
                                run.green() ? "green" : "red",
                                result.participants().size(),
                                result.steps(),
                                result.failures());
        return List.of(Change.of(Scope.of(run.study()), "version-tried").withValues(null, what));
    }
}
