package org.casebook.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** How states look on pages; used by the tag {@code edc:status}. */
@Named
@ApplicationScoped
public class Statuses {

    public String key(Object state) {
        return Status.of(state).map(Status::key).orElse("");
    }

    public String icon(Object state) {
        return Status.of(state).map(Status::icon).orElse("circle");
    }

    public String tone(Object state) {
        return Status.of(state).map(Status::tone).orElse("quiet");
    }

    /** The word for a state; a state without a word is shown as it came. */
    public String word(Object state) {
        return Status.of(state)
                .map(status -> Words.of("common", "status." + status.key()))
                .orElse(Objects.toString(state, ""));
    }

    /** What a state means, in a sentence. */
    public String meaning(Object state) {
        return Words.of("common", "meaning." + key(state));
    }

    /** Keys of every state, in the order of the help page. */
    public List<String> getAll() {
        return List.of(Status.values()).stream().map(Status::key).toList();
    }
}
