package org.casebook.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects things to do and keeps the first few of each sort. */
final class Groups {

    private static final int SHOWN = 8;

    private final Map<Worklist.Kind, List<WorkItem>> found = new EnumMap<>(Worklist.Kind.class);

    void add(Worklist.Kind kind, WorkItem item) {
        found.computeIfAbsent(kind, none -> new ArrayList<>()).add(item);
    }

    Worklist toWorklist() {
        return new Worklist(found.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Worklist.Group group(Worklist.Kind kind, List<WorkItem> items) {
        Comparator<WorkItem> oldestFirst =
                Comparator.comparing(Groups::dueBy, Comparator.nullsLast(Comparator.naturalOrder()));
        return new Worklist.Group(
                kind,
                items.size(),
                items.stream().sorted(oldestFirst).limit(SHOWN).toList());
    }

    private static java.time.LocalDate dueBy(WorkItem item) {
        return item.until() == null ? item.from() : item.until();
    }
}
