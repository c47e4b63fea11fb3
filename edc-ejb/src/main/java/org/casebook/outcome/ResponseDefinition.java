package org.casebook.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.instrument.Instrument;
import org.casebook.instrument.Instruments;
import org.casebook.instrument.Score;
import org.casebook.instrument.Threshold;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.casebook.odm.OdmPart;
import org.casebook.outcome.ResponseRule.Kind;

/**
 * Who counts as a responder, as the study file says it ({@code cb:Response}).
 *
 * @param name what it is called in the study
 * @param baseline OID of the visit that changes count from
 * @param initial OID of the visit at which somebody is an initial responder, whose duration is followed; null: the first one
 * @param rules any of them makes a responder
 * @param subgroups OIDs of the coded items whose answers make groups
 */
public record ResponseDefinition(
        String oid, String name, String baseline, String initial, List<ResponseRule> rules, List<String> subgroups) {

    private static final Map<String, Kind> KINDS =
            Map.of("cb:Changed", Kind.CHANGED, "cb:AtLeast", Kind.AT_LEAST, "cb:AtMost", Kind.AT_MOST);

    private static final String EVENT = "StudyEventOID";
    private static final String ITEM = "ItemOID";

    public ResponseDefinition {
        rules = List.copyOf(rules);
        subgroups = List.copyOf(subgroups);
    }

    /** All that the study defines, in the order of its file, then one for each published threshold of its instruments. */
    static List<ResponseDefinition> of(StudyDefinition study) {
        return Stream.concat(
                        study.source().all("cb:Response").map(ResponseDefinition::of),
                        Instruments.of(study).stream()
                                .flatMap(instrument -> instrument.scores().stream()
                                        .flatMap(score -> published(study, instrument, score))))
                .toList();
    }

    /** Changes count from the first visit that asks for it. What is asked once only cannot be followed. */
    private static Stream<ResponseDefinition> published(StudyDefinition study, Instrument instrument, Score score) {
        List<String> asked = study.scheduledEvents().stream()
                .filter(event ->
                        event.forms().stream().anyMatch(form -> form.formOid().equals(instrument.formOid())))
                .map(EventDefinition::oid)
                .toList();
        String first = study.scheduledEvents().isEmpty()
                ? null
                : study.scheduledEvents().get(0).oid();
        return asked.size() < 2
                ? Stream.empty()
                : IntStream.range(0, score.thresholds().size()).mapToObj(at -> {
                    Threshold threshold = score.thresholds().get(at);
                    ResponseRule rule = ResponseRule.of(score, threshold);
                    return new ResponseDefinition(
                            score.itemOid() + "." + (at + 1),
                            Sentence.of(
                                            "outcome",
                                            "published." + threshold.of(),
                                            score.title().shown(),
                                            threshold.name(),
                                            threshold.amount().toPlainString(),
                                            threshold.source())
                                    .in(Language.ofReader()),
                            rule.kind().counts() ? asked.get(0) : first,
                            null,
                            List.of(rule),
                            List.of());
                });
    }

    private static ResponseDefinition of(OdmPart part) {
        return new ResponseDefinition(
                part.attributes().get("OID"),
                part.attributes().get("Name"),
                part.attributes().get(EVENT),
                part.child("cb:Initial").attributes().get(EVENT),
                part.children().stream()
                        .filter(child -> KINDS.containsKey(child.name()))
                        .map(ResponseDefinition::rule)
                        .toList(),
                part.all("cb:Subgroup")
                        .map(group -> group.attributes().get(ITEM))
                        .toList());
    }

    private static ResponseRule rule(OdmPart part) {
        Kind kind = KINDS.get(part.name());
        String limit = part.attributes().get(kind == Kind.CHANGED ? "By" : "Value");
        return new ResponseRule(part.attributes().get(ITEM), kind, new BigDecimal(limit));
    }

    /** The same with other limits, one for each rule; null keeps the study's. */
    ResponseDefinition with(List<BigDecimal> limits) {
        List<ResponseRule> other = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            BigDecimal limit = i < limits.size() ? limits.get(i) : null;
            other.add(limit == null ? rules.get(i) : rules.get(i).with(limit));
        }
        return new ResponseDefinition(oid, name, baseline, initial, other, subgroups);
    }
}
