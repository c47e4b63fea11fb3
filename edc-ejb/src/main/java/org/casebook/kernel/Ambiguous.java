package org.casebook.kernel;

import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody wrote can be read in more than one way: nobody guesses, whoever wrote it is asked which one is meant. */
public class Ambiguous extends Invalid {

    private static final long serialVersionUID = 1L;

    private final Sentence question;
    private final List<String> readings;

    /**
     * @param sentence names the readings, and how to write each so that it is clear
     * @param readings each written so that it has one meaning; at least one
     */
    public Ambiguous(Sentence sentence, List<String> readings) {
        super(sentence);
        question = sentence;
        this.readings = List.copyOf(readings);
    }

    public List<String> readings() {
        return readings;
    }

    /** The same question about a longer text, of which each reading is a part. */
    public Ambiguous within(UnaryOperator<String> whole) {
        return new Ambiguous(question, readings.stream().map(whole).toList());
    }
}
