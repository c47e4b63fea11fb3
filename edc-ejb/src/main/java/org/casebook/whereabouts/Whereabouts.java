package org.casebook.whereabouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.audit.Arrivals;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/** At which site participants were when, for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Whereabouts implements Arrivals {

    @Inject
    private Moves moves;

    /** Keeps a transfer, for the room that decides on it and moves the participant in the same transaction. */
    public void keep(Scope study, MoveLine line) {
        moves.add(new Move(study.study(), line));
    }

    /** The transfers of one participant who is within the scope now, the first one first. */
    public List<MoveLine> of(Scope scope, String subject) {
        return lines(moves.of(scope, subject));
    }

    /** By which transfer each participant within the scope came last, by screening number; who never moved is absent. */
    public Map<String, MoveLine> arrivals(Scope scope) {
        Map<String, MoveLine> last = new LinkedHashMap<>();
        lines(moves.arrivals(scope)).forEach(line -> last.put(line.subject(), line));
        return last;
    }

    /** Who left a site of the scope and is not there now, by the last time, the first one first. */
    public List<MoveLine> departures(Scope scope) {
        Map<List<String>, MoveLine> last = new LinkedHashMap<>();
        lines(moves.departures(scope)).forEach(line -> last.put(List.of(line.subject(), line.from()), line));
        return List.copyOf(last.values());
    }

    /** The transfers of all participants of a study, by screening number, the first one first; who never moved is absent. */
    public Map<String, List<MoveLine>> all(Scope study) {
        return lines(moves.list(Scope.of(study.study()))).stream().collect(Collectors.groupingBy(MoveLine::subject));
    }

    /** The site that a participant had at a moment, as it was recorded then. */
    public static String siteAt(Participant person, List<MoveLine> moves, Instant at) {
        return moves.stream()
                .filter(line -> line.at().isAfter(at))
                .map(MoveLine::from)
                .findFirst()
                .orElse(person.site());
    }

    /**
     * Refuses where the participant went from the site of this place to another one; nothing happens else.
     *
     * @param since what is asked for is no older than this; it is not told of what came after he left
     * @throws HasLeft saying when, where to, and whom to ask
     */
    public void requireNotLeft(Scope place, String subject, Instant since) {
        if (!place.wholeStudy()) {
            departures(place).stream()
                    .filter(line -> line.subject().equals(subject) && since.isBefore(line.at()))
                    .findFirst()
                    .ifPresent(line -> {
                        throw new HasLeft(line);
                    });
        }
    }

    /** The site where a participant was on a day; on the day of a transfer the new one. */
    public String siteOn(Participant person, LocalDate day) {
        String site = null;
        for (MoveLine line : of(person.scope(), person.key())) {
            if (site == null) {
                site = line.from();
            }
            if (!line.on().isAfter(day)) {
                site = line.to();
            }
        }
        return site == null ? person.site() : site;
    }

    @Override
    public Set<String> subjects(Scope place) {
        return moves.arrivals(place).stream()
                .map(move -> move.toLine().subject())
                .collect(Collectors.toSet());
    }

    private static List<MoveLine> lines(List<Move> moves) {
        return moves.stream().map(Move::toLine).toList();
    }
}
