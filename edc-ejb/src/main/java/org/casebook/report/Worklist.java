package org.casebook.report;

import java.util.List;

/**
 * What waits for a person at a place, the most urgent first.
 *
 * @param groups only those in which something waits
 */
public record Worklist(List<Group> groups) {

    public Worklist {
        groups = List.copyOf(groups);
    }

    /** What sort of work; in the order of urgency. */
    public enum Kind {
        VISIT_OVERDUE,
        VISIT_MISSED,
        VISIT_DUE,
        RECONSENT_DUE,
        READY_TO_RANDOMIZE,
        QUERY_TO_ANSWER,
        SIGNATURE_BROKEN,
        FORM_TO_SIGN,
        FORM_MISSING,
        FORM_TO_COMPLETE,
        QUERY_TO_REVIEW,
        FORM_TO_VERIFY,
        LIST_RUNNING_OUT,
        LOCK_BLOCKED,
        SUBJECT_TO_LOCK,
        STUDY_TO_LOCK,
        DATASET_READY,
        SITE_TO_ACTIVATE
    }

    /**
     * Work of one sort.
     *
     * @param total how much there is
     * @param items the first of it, oldest or most urgent first
     */
    public record Group(Kind kind, int total, List<WorkItem> items) {

        public Group {
            items = List.copyOf(items);
        }

        public int more() {
            return total - items.size();
        }
    }

    public int total() {
        return groups.stream().mapToInt(Group::total).sum();
    }
}
