package org.casebook.codebreak;

import java.util.List;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Scope;

/** Who is written to when a code is broken was changed. */
public record NoticeListChanged(Scope scope, List<String> before, List<String> after) implements Fact {

    @Override
    public List<Change> changes() {
        return List.of(Change.of(scope, "code-break-notices-changed")
                .withValues(String.join(", ", before), String.join(", ", after)));
    }
}
