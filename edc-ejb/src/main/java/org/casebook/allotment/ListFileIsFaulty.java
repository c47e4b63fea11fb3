package org.casebook.allotment;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A list from elsewhere that does not fit; nothing of it was taken. */
public class ListFileIsFaulty extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final List<ListFault> faults;

    public ListFileIsFaulty(List<ListFault> faults) {
        super(Kind.INVALID, sentence(faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the file's order. */
    public List<ListFault> faults() {
        return faults;
    }

    private static Sentence sentence(List<ListFault> faults) {
        String first = faults.stream().limit(SHOWN).map(ListFault::toString).collect(Collectors.joining(" "));
        if (faults.size() == 1) {
            return Sentence.of("allotment", "refusedForOne", first);
        }
        return faults.size() > SHOWN
                ? Sentence.of("allotment", "refusedForMore", faults.size(), first, faults.size() - SHOWN)
                : Sentence.of("allotment", "refused", faults.size(), first);
    }
}
