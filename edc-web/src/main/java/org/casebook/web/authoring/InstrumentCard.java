package org.casebook.web.authoring;

import java.util.List;
import java.util.stream.Collectors;
import org.casebook.instrument.Instrument;
import org.casebook.instrument.Score;
import org.casebook.instrument.Threshold;
import org.casebook.web.shell.Words;

/**
 * An instrument as the page tells of it.
 *
 * @param facts name and version in the words of its authors
 * @param sources where scoring and thresholds come from, in one line
 * @param file address of its file; null for one of a study
 */
public record InstrumentCard(
        String oid, String title, String facts, String licence, String sources, String file, List<Line> scores) {

    private static final String ROOM = "authoring";

    /**
     * A score.
     *
     * @param answers how many items must be answered
     * @param thresholds each with its source
     * @param configurable whether a study says how many items must be answered: then between {@code from} and {@code items}
     */
    public record Line(
            String oid,
            String title,
            String range,
            String direction,
            String answers,
            String missing,
            List<String> thresholds,
            boolean configurable,
            int least,
            int from,
            int items) {}

    static InstrumentCard of(Instrument instrument, String file) {
        return new InstrumentCard(
                instrument.formOid(),
                instrument.title().shown(),
                Words.of(ROOM, "facts", instrument.name(), instrument.version()),
                instrument.licence().shown(),
                String.join("; ", instrument.sources()),
                file,
                instrument.scores().stream().map(InstrumentCard::line).toList());
    }

    private static Line line(Score score) {
        return new Line(
                score.itemOid(),
                score.title().shown(),
                Words.of(
                        ROOM, "range", score.low().toPlainString(), score.high().toPlainString()),
                Words.of(ROOM, "direction." + score.direction()),
                Words.of(ROOM, "answers", score.least(), score.items()),
                score.missing().shown(),
                score.thresholds().stream().map(InstrumentCard::told).collect(Collectors.toList()),
                score.isConfigurable(),
                score.least(),
                score.isConfigurable() ? score.leastFrom() : score.least(),
                score.items());
    }

    private static String told(Threshold threshold) {
        return Words.of(
                ROOM,
                "threshold." + threshold.of(),
                threshold.name(),
                threshold.amount().toPlainString(),
                threshold.source());
    }
}
