package org.casebook.laboratory;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** A laboratory measures for the study from now on. */
public record LaboratoryAdded(Scope scope, LaboratoryView laboratory) implements Fact {

    @Override
    public List<Change> changes() {
        String told = "%s, %s, %s"
                .formatted(
                        laboratory.code(),
                        laboratory.name(),
                        laboratory.site() == null ? "all sites" : "site " + laboratory.site());
        return List.of(Change.of(scope, "laboratory-added").withValues(null, told));
    }
}
