package org.casebook.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Words;

/** An expression that cannot be understood, with every place where it goes wrong. */
public class ExpressionIsFaulty extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;
    private static final int LONGEST = 300;

    private final transient List<Place> places;

    ExpressionIsFaulty(String text, List<Place> places) {
        super(Kind.INVALID, "The expression “%s” is faulty. %s".formatted(Words.quoted(text), sentences(places)));
        this.places = List.copyOf(places);
    }

    /**
     * One fault.
     *
     * @param line line of the expression, from 1
     * @param column character in the line, from 1
     * @param sentence what is wrong
     */
    public record Place(int line, int column, String sentence) {

        @Override
        public String toString() {
            return "Line %d, character %d: %s".formatted(line, column, sentence);
        }
    }

    public List<Place> places() {
        return places;
    }

    private static String sentences(List<Place> places) {
        String first = places.stream()
                .limit(SHOWN)
                .map(place -> Words.shortened(place.toString(), LONGEST))
                .collect(Collectors.joining(" "));
        return places.size() > SHOWN ? "%s And %d more.".formatted(first, places.size() - SHOWN) : first;
    }
}
