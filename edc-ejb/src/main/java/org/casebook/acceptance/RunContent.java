package org.casebook.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Actor;
import org.casebook.signature.CanonicalJson;

/** What exactly is signed: the run with its version, software and result, the person, and what the signature means. */
record RunContent(RunView run, RunResult result) {

    private static final String GREEN = "I have reviewed this run of the test participants. The version does what the"
            + " protocol asks for, and I accept it for use.";
    private static final String NOT_TRIED = "This version has no test participants. I have satisfied myself by other"
            + " means that it does what the protocol asks for, and I accept it for use.";

    /** The sentence that is part of what is signed (21 CFR 11.50(a)(3)). */
    String meaning() {
        return result.isEmpty() ? NOT_TRIED : GREEN;
    }

    /** Of the canonical content; the same again for the same person while nothing differs. */
    String sha256(Actor signer) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("study", run.study());
        content.put("version", run.version());
        content.put("file", run.fileSha256());
        content.put("software", run.software());
        content.put("ranAt", run.ranAt().toString());
        content.put("meaning", meaning());
        content.put("signer", signer.id());
        content.put("signerName", signer.fullName());
        content.put(
                "participants",
                result.participants().stream().map(RunContent::participant).toList());
        return CanonicalJson.sha256(content);
    }

    private static Map<String, Object> participant(RunResult.Participant participant) {
        List<Object> steps = new ArrayList<>();
        participant
                .steps()
                .forEach(step ->
                        steps.add(List.of(step.line(), step.what(), step.expected(), step.actual(), step.passed())));
        return Map.of("oid", participant.oid(), "name", participant.name(), "line", participant.line(), "steps", steps);
    }
}
