package org.casebook.odm;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;

/** A study file that is malformed or inconsistent; nothing of it was taken. */
public class StudyFileIsFaulty extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final List<Fault> faults;

    public StudyFileIsFaulty(List<Fault> faults) {
        super(Kind.INVALID, sentence(faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, by line. */
    public List<Fault> faults() {
        return faults;
    }

    private static String sentence(List<Fault> faults) {
        String first = faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining(" "));
        String more = faults.size() > SHOWN ? " And %d more.".formatted(faults.size() - SHOWN) : "";
        return "The file was refused whole, with %d %s. %s%s"
                .formatted(faults.size(), faults.size() == 1 ? "fault" : "faults", first, more);
    }
}
