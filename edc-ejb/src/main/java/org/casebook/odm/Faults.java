package org.casebook.odm;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the faults of one file, so that the author sees all of them at once; after very many, nobody looks any further and
 * the file is refused.
 */
public final class Faults {

    private static final int MOST = 500;

    private final Set<Fault> found = new LinkedHashSet<>();

    /** Notes a fault at an element; the same fault at the same place is noted once. */
    public void add(OdmElement element, String sentence, Object... values) {
        add(new Fault(element.written(), element.oid(), element.line(), sentence.formatted(values)));
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
