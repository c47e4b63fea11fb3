package org.casebook.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Things to do by sort; the first few of each are shown. Built once, read from then on. */
final class Groups {

    private static final int SHOWN = 8;

    private final Map<Worklist.Kind, List<WorkItem>> found = new EnumMap<>(Worklist.Kind.class);

    void add(Worklist.Kind kind, WorkItem item) {
        found.computeIfAbsent(kind, none -> new ArrayList<>()).add(item);
    }

    boolean has(Worklist.Kind kind) {
        return found.containsKey(kind);
    }

    /** The same without what concerns these participants, or none. */
    Groups without(Set<String> subjects) {
        Groups rest = new Groups();
        found.forEach((kind, items) -> items.stream()
                .filter(item -> item.subject() != null && !subjects.contains(item.subject()))
                .forEach(item -> rest.add(kind, item)));
        return rest;
    }

    Worklist toWorklist() {
        return new Worklist(found.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Worklist.Group group(Worklist.Kind kind, List<WorkItem> items) {
        // by participant too, so that the order tells nothing of what was looked up again
        Comparator<WorkItem> oldestFirst = Comparator.comparing(
                        Groups::dueBy, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(WorkItem::subject, Comparator.nullsLast(Comparator.naturalOrder()));
        return new Worklist.Group(
                kind,
                items.size(),
                items.stream().sorted(oldestFirst).limit(SHOWN).toList());
    }

    private static LocalDate dueBy(WorkItem item) {
        return item.until() == null ? item.from() : item.until();
    }
}
