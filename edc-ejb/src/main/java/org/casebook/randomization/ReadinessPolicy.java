package org.casebook.randomization;

import java.util.ArrayList;
import java.util.List;
import org.casebook.site.SiteView;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Gate;
import org.casebook.subject.Participant;
import org.casebook.subject.SubjectStatus;

/** What randomisation still waits for; nothing when the gate is open. Sentences say what is missing and who mends it. */
final class ReadinessPolicy {

    private final List<Waiting> waiting = new ArrayList<>();

    private ReadinessPolicy() {}

    /**
     * @param strata a sentence for each stratum or factor whose code is missing
     */
    static List<Waiting> waitsFor(Participant participant, SiteView site, List<String> strata, int freeSlots) {
        ReadinessPolicy policy = new ReadinessPolicy();
        policy.status(participant);
        policy.consent(participant.gate());
        policy.criteria(participant.gate());
        policy.signature(participant.gate());
        strata.forEach(sentence -> policy.add(Waiting.Kind.STRATUM, sentence));
        policy.site(site, freeSlots);
        return List.copyOf(policy.waiting);
    }

    private void status(Participant participant) {
        if (participant.locked()) {
            add(Waiting.Kind.STATUS, "The participant is locked. A data manager can unlock it.");
        }
        if (participant.status() != SubjectStatus.SCREENING) {
            add(
                    Waiting.Kind.STATUS,
                    "The participant is " + participant.status().word() + ". Only participants in screening can be"
                            + " randomised.");
        }
    }

    private void consent(Gate gate) {
        if (!gate.consented()) {
            add(Waiting.Kind.CONSENT, "The date of informed consent is missing. Enter it on the consent form.");
        }
    }

    private void criteria(Gate gate) {
        if (gate.criteria().isEmpty()) {
            add(Waiting.Kind.CRITERION, "Eligibility has not been judged. Fill the eligibility form.");
        }
        for (CriterionResult result : gate.openCriteria()) {
            String verdict = result.verdict() == Verdict.NOT_MET ? "not met" : "not yet known";
            add(Waiting.Kind.CRITERION, result.number() + " is " + verdict + ": " + sentence(result.sentence()));
        }
    }

    private void signature(Gate gate) {
        if (gate.signature() == null) {
            add(Waiting.Kind.SIGNATURE, "An investigator has not signed the eligibility form.");
        } else if (!gate.signature().holds()) {
            add(
                    Waiting.Kind.SIGNATURE,
                    "The signature on the eligibility form was broken by a change ("
                            + gate.signature().brokenBy() + "). An investigator must sign it again.");
        }
    }

    private void site(SiteView site, int freeSlots) {
        if (!site.active()) {
            add(
                    Waiting.Kind.SITE,
                    "Site " + site.number() + " is " + site.status().words() + ".");
        }
        if (freeSlots == 0) {
            add(Waiting.Kind.LIST, ListExhausted.sentence(site.number()));
        }
    }

    private void add(Waiting.Kind kind, String sentence) {
        waiting.add(new Waiting(kind, sentence));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
