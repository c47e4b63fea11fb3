package org.casebook.randomization;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteView;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;

/** What randomisation still waits for; nothing when the gate is open. Sentences say what is missing and who mends it. */
final class ReadinessPolicy {

    private static final String ROOM = "randomization";

    private final List<Waiting> waiting = new ArrayList<>();

    private ReadinessPolicy() {}

    /**
     * @param words a criterion in the reader's words
     * @param strata a sentence for each stratum or factor whose code is missing
     */
    static List<Waiting> waitsFor(
            Participant participant,
            SiteView site,
            Function<CriterionResult, String> words,
            List<String> strata,
            int freeSlots) {
        ReadinessPolicy policy = new ReadinessPolicy();
        policy.status(participant);
        policy.consent(participant.gate());
        policy.criteria(participant.gate(), words);
        policy.signature(participant.gate());
        strata.forEach(sentence -> policy.waiting.add(new Waiting(Waiting.Kind.STRATUM, sentence)));
        policy.site(site, freeSlots);
        return List.copyOf(policy.waiting);
    }

    private void status(Participant participant) {
        if (participant.locked()) {
            add(Waiting.Kind.STATUS, "locked");
        }
        if (participant.status() != SubjectStatus.SCREENING) {
            add(Waiting.Kind.STATUS, "status." + participant.status());
        }
    }

    private void consent(Gate gate) {
        if (!gate.consented()) {
            add(Waiting.Kind.CONSENT, "consent");
        }
    }

    private void criteria(Gate gate, Function<CriterionResult, String> words) {
        if (gate.criteria().isEmpty()) {
            add(Waiting.Kind.CRITERION, "notJudged");
        }
        for (CriterionResult result : gate.openCriteria()) {
            Verdict verdict = result.verdict() == Verdict.NOT_MET ? Verdict.NOT_MET : Verdict.NOT_YET;
            add(Waiting.Kind.CRITERION, "criterion." + verdict, result.number(), sentence(words.apply(result)));
        }
    }

    private void signature(Gate gate) {
        if (gate.signature() == null) {
            add(Waiting.Kind.SIGNATURE, "unsigned");
        } else if (!gate.signature().holds()) {
            add(Waiting.Kind.SIGNATURE, "broken", gate.signature().brokenBy());
        }
    }

    private void site(SiteView site, int freeSlots) {
        if (!site.active()) {
            add(Waiting.Kind.SITE, "site." + site.status(), site.number());
        }
        if (freeSlots == 0) {
            add(Waiting.Kind.LIST, "exhausted", site.number());
        }
    }

    private void add(Waiting.Kind kind, String phrase, String... parts) {
        waiting.add(new Waiting(kind, said(phrase, parts)));
    }

    /** A phrase of this room in the reader's language. */
    static String said(String phrase, String... parts) {
        return Sentence.of(ROOM, phrase, (Serializable[]) parts).in(Language.ofReader());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
