package org.casebook.odm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells which parts of a file are kept and written again while nothing acts on them, and which are no part of a definition:
 * one remark for each sort of part, at its first place.
 */
public final class KeptParts {

    private record Sort(Remark.Kind kind, String holder, String part, boolean attribute) {}

    private static final class Seen {
        private final OdmElement first;
        private int times;

        private Seen(OdmElement first) {
            this.first = first;
        }
    }

    private final Map<Sort, Seen> sorts = new LinkedHashMap<>();

    private KeptParts() {}

    /**
     * @param root of a tree that has passed the profile without faults
     */
    public static void tell(OdmElement root, Remarks remarks) {
        KeptParts parts = new KeptParts();
        parts.look(root);
        root.children().forEach(child -> LeftOutData.tell(child, remarks));
        parts.sorts.forEach((sort, seen) -> remarks.add(new Remark(
                sort.kind(), seen.first.name(), seen.first.oid(), seen.first.line(), sentence(sort, seen.times))));
    }

    private static String sentence(Sort sort, int times) {
        String often = times == 1 ? "" : ", %d times".formatted(times);
        if (sort.kind() == Remark.Kind.STRIPPED) {
            return "%s is no part of a study's definition and was left out%s. Data are imported elsewhere, into a study that follows the definition."
                    .formatted(sort.part(), often);
        }
        return sort.attribute()
                ? "The attribute %s is kept, and nothing acts on it%s.".formatted(sort.part(), often)
                : "%s in %s is kept, and nothing acts on it%s.".formatted(sort.part(), sort.holder(), often);
    }

    private void look(OdmElement element) {
        OdmProfile.Shape shape = OdmProfile.shape(element.name());
        element.attributes().keySet().stream()
                .filter(shape.attributes().kept()::contains)
                .forEach(name -> note(new Sort(Remark.Kind.KEPT, element.name(), name, true), element));
        for (OdmElement child : element.children()) {
            if (shape.children().leftOut().contains(child.name())) {
                note(new Sort(Remark.Kind.STRIPPED, element.name(), child.name(), false), child);
            } else if (shape.children().kept().contains(child.name())) {
                note(new Sort(Remark.Kind.KEPT, element.name(), child.name(), false), child);
            } else {
                look(child);
            }
        }
    }

    private void note(Sort sort, OdmElement element) {
        sorts.computeIfAbsent(sort, first -> new Seen(element)).times++;
    }
}
