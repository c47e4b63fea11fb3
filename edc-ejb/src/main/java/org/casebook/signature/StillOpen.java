package org.casebook.signature;

import java.util.List;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** Something keeps the participant or the study from being locked. */
public class StillOpen extends Refusal {

    private static final long serialVersionUID = 1L;

    private StillOpen(Sentence sentence) {
        super(Kind.CONFLICT, sentence);
    }

    static StillOpen subject(String key, List<Blocker> blockers) {
        return new StillOpen(Sentence.of("signature", "subjectStillOpen", key, Blocker.named(blockers)));
    }

    static StillOpen study(List<Blocker> blockers) {
        return new StillOpen(Sentence.of("signature", "studyStillOpen", Blocker.named(blockers)));
    }
}
