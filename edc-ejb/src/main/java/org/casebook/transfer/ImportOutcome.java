package org.casebook.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file means for the study, or came to there.
 *
 * @param subjects the participants of the file, in its order
 * @param findings at most {@link #MOST}; faults first, then in the file's order
 * @param notes what was passed over, in sentences
 */
public record ImportOutcome(Counts counts, List<Mapped> subjects, List<Finding> findings, List<String> notes) {

    /** More findings than this are counted and not listed. */
    public static final int MOST = 20_000;

    public ImportOutcome {
        subjects = List.copyOf(subjects);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** The first finding of another outcome of the same file that is not the one here. */
    Optional<Finding> firstOtherIn(ImportOutcome other) {
        for (int i = 0; i < Math.max(findings.size(), other.findings.size()); i++) {
            Finding here = i < findings.size() ? findings.get(i) : null;
            Finding there = i < other.findings.size() ? other.findings.get(i) : null;
            if (!Objects.equals(here, there)) {
                return Optional.of(there == null ? here : there);
            }
        }
        return Optional.empty();
    }

    /** The same with an obstacle that showed in the rehearsal. */
    ImportOutcome with(Finding obstacle) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(0, obstacle);
        return new ImportOutcome(counts.withFault(), subjects, all, notes);
    }

    /**
     * How many of what.
     *
     * @param subjects participants in the file
     * @param added of these, participants who are new here
     * @param forms forms and rows that change
     * @param values values in the file; each is one of the kinds that follow
     * @param unreadable of the new and different ones, those kept as written and flagged
     */
    public record Counts(
            int subjects,
            int added,
            int forms,
            int values,
            int fresh,
            int same,
            int different,
            int removed,
            int computed,
            int faults,
            int unreadable) {

        Counts withFault() {
            return new Counts(
                    subjects, added, forms, values, fresh, same, different, removed, computed, faults + 1, unreadable);
        }
    }

    /**
     * What a participant of the file is called here.
     *
     * @param subject key here; null while it is to be added
     */
    public record Mapped(String source, String site, String subject) {}
}
