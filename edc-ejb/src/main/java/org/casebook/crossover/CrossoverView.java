package org.casebook.crossover;

import java.util.List;
import org.casebook.crossing.CrossingLine;

/**
 * How a participant whose treatment is known stands before a later period.
 *
 * @param crosses whether the participant's arm gets another treatment
 * @param event OID of the visit at which it is given; null where it does not cross
 * @param visit the visit's name; null where it does not cross
 * @param waiting what is still missing, each in the reader's words
 * @param given whether the treatment is recorded at that visit
 * @param refusing whether the participant will not cross over
 * @param history all that was recorded, oldest first
 */
public record CrossoverView(
        boolean crosses,
        String event,
        String visit,
        List<String> waiting,
        boolean given,
        boolean refusing,
        List<CrossingLine> history) {

    public CrossoverView {
        waiting = List.copyOf(waiting);
        history = List.copyOf(history);
    }
}
