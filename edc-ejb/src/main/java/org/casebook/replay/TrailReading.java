package org.casebook.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.audit.AuditLine;
import org.casebook.concealment.AllocationRecord;
import org.casebook.concealment.TrailSeal;

/** What the trail says of a study's allocations, opened. */
final class TrailReading {

    private final Map<UUID, List<Entry>> byList = new HashMap<>();
    private final Map<String, List<Entry>> bySubject = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    /** One allocation as the trail tells it, in the entry of this id. */
    record Entry(String subject, long id, AllocationRecord allocation) {}

    TrailReading(String study, List<AuditLine> allocated, TrailSeal trailSeal) {
        for (AuditLine line : allocated) {
            if (line.newValue() != null && line.newValue().startsWith(TrailSeal.MARK)) {
                AllocationRecord record = trailSeal.allocation(study, line.subject(), line.newValue());
                Entry entry = new Entry(line.subject(), line.id(), record);
                byList.computeIfAbsent(record.list(), list -> new ArrayList<>()).add(entry);
                bySubject
                        .computeIfAbsent(line.subject(), subject -> new ArrayList<>())
                        .add(entry);
            } else {
                unreadable.add(line.subject());
            }
        }
        byList.values()
                .forEach(entries -> entries.sort(
                        Comparator.comparingInt(entry -> entry.allocation().position())));
    }

    /** The allocations of a participant: one, where all is as it should be. */
    List<Entry> of(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** Participants whose allocation was written before the trail kept what it takes. */
    boolean unreadable(String subject) {
        return unreadable.contains(subject);
    }

    /** The allocations of a list by position. */
    List<Entry> ofList(UUID list) {
        return byList.getOrDefault(list, List.of());
    }

    List<Entry> before(Entry entry) {
        return ofList(entry.allocation().list()).stream()
                .filter(other ->
                        other.allocation().position() < entry.allocation().position())
                .toList();
    }
}
