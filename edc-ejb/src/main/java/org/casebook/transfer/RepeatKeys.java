package org.casebook.transfer;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;

/** The keys by which a file tells repeats apart, held against what repeats in the study. */
record RepeatKeys(StudyDefinition study, Group group) {

    /** Whether anything stands in another repeat than the first. */
    boolean any() {
        return Stream.concat(Stream.of(group.event()), group.path().stream()).anyMatch(RepeatKeys::isFurther);
    }

    private static boolean isFurther(Level level) {
        return level.repeat() != null
                && !level.repeat().equals("1")
                && !level.repeat().isBlank();
    }

    /** The keys from the visit inwards; mostly there is one. */
    String rowKey() {
        String keys = Stream.concat(Stream.of(group.event()).filter(RepeatKeys::isFurther), group.path().stream())
                .map(Level::repeat)
                .filter(key -> key != null && !key.isBlank())
                .collect(Collectors.joining("/"));
        return keys.isEmpty() ? "1" : keys;
    }

    /** Why nothing can be taken from there: a key where nothing repeats would make rows of what is one. */
    Optional<String> invented() {
        boolean planned = study.event(group.event().oid()).isScheduled();
        return Stream.concat(
                        Stream.of(group.event()).filter(event -> planned),
                        group.path().stream().filter(level -> !isLog(level)))
                .filter(RepeatKeys::isFurther)
                .findFirst()
                .map(level -> "%s does not repeat in the study, but has the repeat key “%s” here. Leave the key out."
                        .formatted(level.oid(), level.repeat()));
    }

    private boolean isLog(Level level) {
        return study.findForm(level.oid()).filter(FormDefinition::log).isPresent();
    }
}
