package org.casebook.blinding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which studies were unblinded, asked once in a request: each value that is shown depends on it. */
@RequestScoped
class OpenStudies {

    @Inject
    private StudyUnblindings unblindings;

    private final Map<String, Optional<StudyUnblindedView>> asked = new HashMap<>();

    Optional<StudyUnblindedView> find(String study) {
        return asked.computeIfAbsent(study, unblindings::find);
    }

    void add(StudyUnblinding unblinding) {
        unblindings.add(unblinding);
        asked.clear();
    }
}
