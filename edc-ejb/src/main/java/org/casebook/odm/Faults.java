package org.casebook.odm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casebook.kernel.Words;

/**
 * Collects the faults of one file, so that the author sees all of them at once; after very many, nobody looks any further and
 * the file is refused.
 */
public final class Faults {

    private static final int MOST = 500;
    private static final String WHOLE = "%s";

    private final Set<Fault> found = new LinkedHashSet<>();

    /** Notes a fault at an element; the same fault at the same place is noted once. */
    public void add(OdmElement element, String sentence, Object... values) {
        add(new Fault(element.written(), element.oid(), element.line(), told(sentence, values)));
    }

    /** A whole sentence stands as it is; of what is quoted in one, the beginning is told. */
    static String told(String sentence, Object... values) {
        return sentence.equals(WHOLE)
                ? String.valueOf(values[0])
                : sentence.formatted(Arrays.stream(values)
                        .map(value -> value instanceof String text ? Words.quoted(text) : value)
                        .toArray());
    }

    void add(Fault fault) {
        found.add(fault);
        if (found.size() >= MOST) {
            refuseIfAny();
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The faults by line. */
    public List<Fault> list() {
        return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    /**
     * Refuses the file when anything is wrong with it.
     *
     * @throws StudyFileIsFaulty with all faults
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new StudyFileIsFaulty(list());
        }
    }
}
