package org.casebook.acceptance;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A builder signed the run of a version, which is released with it. */
public record VersionAccepted(RunView run) implements Fact {

    @Override
    public List<Change> changes() {
        RunView.Signed signed = run.signature();
        return List.of(Change.of(Scope.of(run.study()), "version-accepted")
                .withValues(null, "%s, SHA-256 %s".formatted(run.version(), signed.sha256()))
                .withReason(signed.meaning()));
    }
}
