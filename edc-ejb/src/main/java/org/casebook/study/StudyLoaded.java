package org.casebook.study;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A study file was read without faults and kept as a version. */
public record StudyLoaded(VersionView version) implements Fact {

    @Override
    public List<Change> changes() {
        String what = "%s (%s), SHA-256 %s".formatted(version.oid(), version.name(), version.sha256());
        return List.of(Change.of(Scope.of(version.study()), "study-loaded").withValues(null, what));
    }
}
