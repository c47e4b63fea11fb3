package org.casebook.study;

import jakarta.enterprise.context.ApplicationScoped;
import org.casebook.kernel.NotFound;

/** Study versions for later rooms, by the version that a row names. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Definitions {

    /**
     * The definition of a version.
     *
     * @param versionId from a row already read within its scope
     */
    public StudyDefinition get(long versionId) {
        throw new NotFound("study version", versionId, null);
    }

    public org.casebook.rules.FormRules rules(long versionId, String formOid) {
        throw new NotFound("study version", versionId, null);
    }

    public org.casebook.rules.Expression condition(long versionId, String conditionOid) {
        throw new NotFound("study version", versionId, null);
    }
}
