package org.casebook.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two versions of a study, in the order of the newer one.
 *
 * @param before OID of the one
 * @param after OID of the other
 * @param changes every difference; empty when the versions plan the same
 */
public record VersionDifference(String before, String after, List<Change> changes) {

    public VersionDifference {
        changes = List.copyOf(changes);
    }

    /** What became of something. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One step on the way to what differs.
     *
     * @param kind what it is, in words: {@code Form}, {@code Item}, {@code Code}
     * @param oid OID, code or language that names it
     * @param title what people call it; empty when it has no name
     */
    public record Step(String kind, String oid, String title) {

        @Override
        public String toString() {
            return (kind + " " + oid + (title.isEmpty() || title.equals(oid) ? "" : " “" + title + "”")).strip();
        }
    }

    /**
     * One difference.
     *
     * @param area what kind of thing it concerns, for grouping: that of the first step
     * @param path from the element that stands by itself (a form, an item, a list) down to what differs
     * @param place the path in one line
     * @param part what of it differs, in words, for example {@code Question, de}; empty when it came or went whole
     * @param before as it was; null when it was added
     * @param after as it is; null when it was removed
     */
    public record Change(
            Kind kind, String area, List<Step> path, String place, String part, String before, String after) {

        public Change {
            path = List.copyOf(path);
        }

        static Change of(Kind kind, List<Step> path, String part, String before, String after) {
            String place = String.join(" › ", path.stream().map(Step::toString).toList());
            return new Change(kind, path.isEmpty() ? "Study" : path.get(0).kind(), path, place, part, before, after);
        }
    }

    /** How many differences of each area there are, in the order of the first of each. */
    public Map<String, Long> byArea() {
        Map<String, Long> counts = new LinkedHashMap<>();
        changes.forEach(change -> counts.merge(change.area(), 1L, Long::sum));
        return counts;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
