package org.casebook.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Words;
import org.casebook.transfer.Finding.Kind;

/**
 * One pass through a file: compares every participant, and hands those who can be taken to whoever takes them. A participant
 * who stands in a file of transactions several times is put together first.
 */
final class ImportPass {

    private static final int MOST_NAMED = 20;

    private final Function<SourceSubject, Standing> standings;
    private final Taking taking;
    private final Map<String, String> met = new HashMap<>();
    private final Map<String, SourceSubject> subjects = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ImportOutcome.Mapped> mapped = new ArrayList<>();
    private final TreeSet<String> versions = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Integer> emptyAndUnknown = new TreeMap<>();
    private int added;
    private int forms;
    private long visitValues;

    /** Takes a participant. */
    interface Taking {

        /**
         * @param keys every participant of the file, as it calls them
         * @return its key here
         */
        String take(SourceSubject source, SubjectComparison comparison, Set<String> keys);
    }

    /**
     * @param standings where a participant stands; refuses who cannot come in
     * @param taking takes a participant and answers its key here; null: nothing is taken
     */
    ImportPass(Function<SourceSubject, Standing> standings, Taking taking) {
        this.standings = standings;
        this.taking = taking;
    }

    /** @throws org.casebook.odm.StudyFileIsFaulty when the file cannot be read */
    ImportOutcome through(byte[] content) {
        ClinicalFile.PassedOver passed = ClinicalFile.read(
                content, subject -> subjects.merge(subject.key(), subject, SourceSubject::followedBy));
        subjects.values().forEach(this::subject);
        if (subjects.isEmpty()) {
            findings.add(fault(1, null, "The file holds no clinical data (ClinicalData with SubjectData)."));
        }
        note(passed);
        return outcome();
    }

    private void subject(SourceSubject source) {
        Standing standing;
        try {
            standing = met(source, standings.apply(source));
        } catch (Invalid outside) {
            findings.add(fault(source.line(), source.key(), outside.getMessage()));
            mapped.add(new ImportOutcome.Mapped(source.key(), null, null));
            return;
        }
        SubjectComparison comparison = new SubjectComparison(source, standing);
        findings.addAll(comparison.findings());
        forms += comparison.steps().size();
        visitValues += comparison.passedOver();
        comparison.emptyAndUnknown().forEach(oid -> emptyAndUnknown.merge(oid, 1, Integer::sum));
        versions.add(
                String.valueOf(source.version()) + " → " + standing.definition().versionOid());
        added += standing.subject() == null ? 1 : 0;
        boolean fine = comparison.findings().stream().noneMatch(finding -> finding.kind() == Kind.FAULT);
        String key = taking != null && fine ? taking.take(source, comparison, subjects.keySet()) : standing.subject();
        mapped.add(new ImportOutcome.Mapped(source.key(), standing.site(), key));
    }

    /** Two participants of a file never become one here. */
    private Standing met(SourceSubject source, Standing standing) {
        String before = standing.subject() == null ? null : met.putIfAbsent(standing.subject(), source.key());
        if (before != null) {
            throw new Invalid(
                    "The file calls the participant %s both “%s” and “%s”, and two never become one. Write all of its data under one SubjectKey."
                            .formatted(standing.subject(), Words.quoted(before), Words.quoted(source.key())));
        }
        return standing;
    }

    static Finding fault(int line, String subject, String sentence) {
        return new Finding(line, subject, null, null, null, null, Kind.FAULT, null, null, sentence);
    }

    private void note(ClinicalFile.PassedOver passed) {
        versions.stream()
                .filter(pair -> !pair.substring(0, pair.indexOf(" → ")).equals(pair.substring(pair.indexOf(" → ") + 3)))
                .forEach(pair ->
                        notes.add("Data of another version are read by the one that holds here: " + pair + "."));
        if (passed.records() > 0) {
            notes.add(
                    "%d audit records, signatures and queries of the file are not taken: what is done here is told here."
                            .formatted(passed.records()));
        }
        if (passed.foreign() > 0) {
            notes.add("%d elements of other namespaces were passed over.".formatted(passed.foreign()));
        }
        emptyAndUnknown.entrySet().stream()
                .limit(MOST_NAMED)
                .forEach(group ->
                        notes.add("The item group %s is not in the study; the file names it %s, with nothing in it."
                                .formatted(
                                        Words.quoted(group.getKey()),
                                        group.getValue() == 1 ? "once" : group.getValue() + " times")));
        if (visitValues > 0) {
            notes.add("%d dates and states of visits are not taken.".formatted(visitValues));
        }
    }

    private ImportOutcome outcome() {
        List<Finding> listed = findings.stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.kind() != Kind.FAULT)
                        .thenComparing(Finding::line))
                .limit(ImportOutcome.MOST)
                .toList();
        if (findings.size() > listed.size()) {
            notes.add("%d findings are counted and not listed.".formatted(findings.size() - listed.size()));
        }
        int values = (int)
                findings.stream().filter(finding -> finding.item() != null).count();
        int unreadable = (int) findings.stream()
                .filter(finding -> finding.kind() != Kind.FAULT && finding.kind() != Kind.COMPUTED)
                .filter(finding -> finding.item() != null && finding.sentence() != null)
                .count();
        return new ImportOutcome(
                new ImportOutcome.Counts(
                        subjects.size(),
                        added,
                        forms,
                        values,
                        count(Kind.NEW),
                        count(Kind.SAME),
                        count(Kind.DIFFERENT),
                        count(Kind.REMOVED),
                        count(Kind.COMPUTED),
                        count(Kind.FAULT),
                        unreadable),
                mapped,
                listed,
                notes);
    }

    private int count(Kind kind) {
        return (int) findings.stream().filter(finding -> finding.kind() == kind).count();
    }
}
