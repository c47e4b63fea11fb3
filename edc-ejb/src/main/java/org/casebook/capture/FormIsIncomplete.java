package org.casebook.capture;

import java.util.List;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The form cannot be completed: mandatory items are shown, empty, and without a reason for it. */
public class FormIsIncomplete extends Refusal {

    private static final long serialVersionUID = 1L;

    private final List<String> missing;

    /**
     * @param missing OIDs of the items in the form's order; at least one
     * @param questions what they ask, in the same order
     */
    FormIsIncomplete(List<String> missing, List<String> questions) {
        super(Kind.INVALID, Sentence.of("capture", "incomplete", String.join("; ", questions)));
        this.missing = List.copyOf(missing);
    }

    public List<String> missing() {
        return missing;
    }
}
