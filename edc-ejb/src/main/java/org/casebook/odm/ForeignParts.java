package org.casebook.odm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what belongs to namespaces of other makers, so that one remark for each kind tells what was left out. */
final class ForeignParts {

    private static final int MOST_KINDS = 200;

    /** What another system's extension meant for the study, where leaving it out changes how forms behave. */
    private static final Map<String, String> MEANT = Map.of(
            "BranchingLogic", " It hid items; here they are always shown.",
            "Calculation", " It computed items; here they are typed.",
            "RequiredField", " It made items mandatory; here they are not.",
            "RepeatingInstrument", " It let forms repeat; here they do not.",
            "RepeatingEvent", " It let events repeat; here they do not.",
            "Randomization", " Randomise with a plan of this system instead.");

    private record Kind(String what, String namespace, String name) {}

    private static final class Count {
        private int times;
        private int line;
    }

    private final Map<Kind, Count> counts = new LinkedHashMap<>();

    void element(String namespace, String name, int line) {
        note(new Kind("element", namespace, name), line);
    }

    void attribute(String namespace, String name, int line) {
        note(new Kind("attribute", namespace, name), line);
    }

    private void note(Kind kind, int line) {
        if (counts.size() < MOST_KINDS || counts.containsKey(kind)) {
            Count count = counts.computeIfAbsent(kind, first -> new Count());
            count.line = count.times == 0 ? line : count.line;
            count.times++;
        }
    }

    void tell(Remarks remarks) {
        counts.forEach((kind, count) -> remarks.add(new Remark(
                Remark.Kind.STRIPPED,
                kind.what().equals("element") ? kind.name() : "",
                "",
                count.line,
                "The %s %s of the namespace %s was left out, %s.%s"
                        .formatted(
                                kind.what(),
                                kind.name(),
                                kind.namespace(),
                                count.times == 1 ? "once" : count.times + " times",
                                MEANT.getOrDefault(kind.name(), "")))));
    }
}
