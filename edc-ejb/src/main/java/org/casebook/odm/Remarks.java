package org.casebook.odm;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what was stripped, repaired or kept as text while one file was read, so that nothing is lost silently. */
public final class Remarks {

    private static final int MOST = 500;

    private final Set<Remark> made = new LinkedHashSet<>();

    /** Notes what became of an element or a part of it; the same remark at the same place is noted once. */
    public void add(Remark.Kind kind, OdmElement element, String sentence, Object... values) {
        add(new Remark(kind, element.written(), element.oid(), element.line(), Faults.told(sentence, values)));
    }

    /** Notes a remark, once. */
    public void add(Remark remark) {
        if (made.size() < MOST) {
            made.add(remark);
        }
    }

    /** The remarks by line. */
    public List<Remark> list() {
        return made.stream().sorted(Comparator.comparingInt(Remark::line)).toList();
    }
}
