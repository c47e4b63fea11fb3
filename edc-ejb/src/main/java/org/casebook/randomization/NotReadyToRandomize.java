package org.casebook.randomization;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The participant's gate is not open; each thing it still waits for is named. */
public class NotReadyToRandomize extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param waiting what it waits for, in the reader's language
     */
    NotReadyToRandomize(String subject, Supplier<List<Waiting>> waiting) {
        super(Kind.CONFLICT, Sentence.of("randomization", "notReady", subject, Sentence.spoken(() -> said(waiting))));
    }

    private static String said(Supplier<List<Waiting>> waiting) {
        return waiting.get().stream().map(Waiting::sentence).collect(Collectors.joining(" "));
    }
}
