package org.casebook.transfer;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition.Occurrence;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;

/** The keys by which a file tells repeats apart, held against what repeats in the study. */
record RepeatKeys(StudyDefinition study, Group group) {

    /** The visit: of an event that repeats in the study the occurrence of this number. */
    String event() {
        String oid = group.event().oid();
        return isFurther(group.event()) && repeats() && isNumber()
                ? new Occurrence(oid, Integer.parseInt(group.event().repeat())).reference()
                : oid;
    }

    private boolean repeats() {
        return study.event(group.event().oid()).repeats();
    }

    private boolean isNumber() {
        String key = group.event().repeat();
        return key.matches("[1-9][0-9]?") && Integer.parseInt(key) <= Occurrence.MOST;
    }

    /** Whether anything stands in another repeat than the first of what does not repeat as a whole. */
    boolean any() {
        return Stream.concat(event(level -> true), group.path().stream()).anyMatch(RepeatKeys::isFurther);
    }

    /** The level of the visit, unless its repeats are visits of their own. */
    private Stream<Level> event(Predicate<Level> wanted) {
        return repeats() ? Stream.empty() : Stream.of(group.event()).filter(wanted);
    }

    private static boolean isFurther(Level level) {
        return level.repeat() != null
                && !level.repeat().equals("1")
                && !level.repeat().isBlank();
    }

    /** The keys from the visit inwards; mostly there is one. */
    String rowKey() {
        String keys = Stream.concat(event(RepeatKeys::isFurther), group.path().stream())
                .map(Level::repeat)
                .filter(key -> key != null && !key.isBlank())
                .collect(Collectors.joining("/"));
        return keys.isEmpty() ? "1" : keys;
    }

    /** Why nothing can be taken from there: a key where nothing repeats would make rows of what is one. */
    Optional<String> invented() {
        if (repeats() && isFurther(group.event()) && !isNumber()) {
            return Optional.of(
                    "%s repeats in the study by numbers from 1 to %d, but has the repeat key “%s” here. Number it."
                            .formatted(
                                    group.event().oid(),
                                    Occurrence.MOST,
                                    group.event().repeat()));
        }
        boolean planned = study.event(group.event().oid()).isScheduled();
        return Stream.concat(event(level -> planned), group.path().stream().filter(level -> !isLog(level)))
                .filter(RepeatKeys::isFurther)
                .findFirst()
                .map(level -> "%s does not repeat in the study, but has the repeat key “%s” here. Leave the key out."
                        .formatted(level.oid(), level.repeat()));
    }

    private boolean isLog(Level level) {
        return study.findForm(level.oid()).filter(FormDefinition::log).isPresent();
    }
}
