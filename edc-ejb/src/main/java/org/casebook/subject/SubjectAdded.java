package org.casebook.subject;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A participant was added to the screening log of a site. */
public record SubjectAdded(Scope scope, String subject, long versionId) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "subject-added").withSubject(subject).withValues(null, subject));
    }
}
