package org.casebook.report;

import java.util.List;
import java.util.Set;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/**
 * On whose data work is looked for.
 *
 * @param subjects screening numbers, some of which may lie outside the scope; null: everybody's of the scope
 */
record Whose(Scope scope, Set<String> subjects) {

    static Whose everybody(Scope scope) {
        return new Whose(scope, null);
    }

    boolean isEverybody() {
        return subjects == null;
    }

    List<Participant> among(Participants participants) {
        return isEverybody()
                ? participants.list(scope)
                : subjects.stream()
                        .sorted()
                        .flatMap(subject -> participants.find(scope, subject).stream())
                        .toList();
    }
}
