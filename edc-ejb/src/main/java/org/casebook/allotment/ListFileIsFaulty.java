package org.casebook.allotment;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;

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

    private static String sentence(List<ListFault> faults) {
        String first = faults.stream().limit(SHOWN).map(ListFault::toString).collect(Collectors.joining(" "));
        String more = faults.size() > SHOWN ? " And %d more.".formatted(faults.size() - SHOWN) : "";
        return "The list was refused whole, with %d %s. %s%s"
                .formatted(faults.size(), faults.size() == 1 ? "fault" : "faults", first, more);
    }
}
