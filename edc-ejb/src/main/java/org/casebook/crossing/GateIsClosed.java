package org.casebook.crossing;

import java.util.List;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Steps come before the treatment of this period and were not taken; each is named (21 CFR 11.10(f)). */
public class GateIsClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    GateIsClosed(String subject, String visit, List<String> missing) {
        super(Kind.CONFLICT, Sentence.of("crossing", "closed", visit, subject, String.join("; ", missing)));
    }
}
