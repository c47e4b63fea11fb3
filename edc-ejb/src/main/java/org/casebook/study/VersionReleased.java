package org.casebook.study;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A version was released: sites can follow it, and it never changes. */
public record VersionReleased(VersionView version) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(Scope.of(version.study()), "version-released")
                .withValues(null, version.oid() + ", SHA-256 " + version.sha256()));
    }
}
