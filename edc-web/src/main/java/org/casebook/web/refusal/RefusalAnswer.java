package org.casebook.web.refusal;

import java.time.Instant;
import java.util.List;
import org.casebook.allotment.ListFileIsFaulty;
import org.casebook.capture.FormIsIncomplete;
import org.casebook.capture.ItemWasChanged;
import org.casebook.kernel.Refusal;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;

/**
 * A refusal as JSON.
 *
 * @param code stable name, kebab case
 * @param sentence what, where, and how to mend it
 * @param request identifies the request in logs and audit trail
 * @param conflict what somebody else stored meanwhile; only with code {@code item-was-changed}
 * @param missing OIDs of the items still to be filled; only with code {@code form-is-incomplete}
 * @param faults what is wrong in a study file; only with code {@code study-file-is-faulty}
 */
public record RefusalAnswer(
        String code, String sentence, String request, Conflict conflict, List<String> missing, List<FaultLine> faults) {

    /**
     * The value that stands.
     *
     * @param revision to be sent as itemRevision with the next try
     * @param by full name of whoever stored it; absent when not known
     */
    public record Conflict(
            String oid,
            String text,
            String value,
            String unit,
            String leftBlank,
            long revision,
            String by,
            Instant at) {

        static Conflict of(ItemWasChanged refusal) {
            return new Conflict(
                    refusal.item(),
                    refusal.current().text(),
                    refusal.current().value(),
                    refusal.current().unit(),
                    refusal.current().leftBlank(),
                    refusal.current().revision(),
                    refusal.by(),
                    refusal.at());
        }
    }

    /** One fault in a study file, or in an allocation list, then with its column as element; see {@link Fault}. */
    public record FaultLine(String element, String oid, int line, String sentence) {

        static FaultLine of(Fault fault) {
            return new FaultLine(fault.element(), fault.oid(), fault.line(), fault.sentence());
        }
    }

    static RefusalAnswer of(Refusal refusal, String request) {
        return new RefusalAnswer(
                refusal.code(),
                refusal.sentence(),
                request,
                refusal instanceof ItemWasChanged changed ? Conflict.of(changed) : null,
                refusal instanceof FormIsIncomplete incomplete ? incomplete.missing() : null,
                faults(refusal));
    }

    private static List<FaultLine> faults(Refusal refusal) {
        if (refusal instanceof StudyFileIsFaulty faulty) {
            return faulty.faults().stream().map(FaultLine::of).toList();
        }
        return refusal instanceof ListFileIsFaulty list
                ? list.faults().stream()
                        .map(fault -> new FaultLine(fault.column(), "", Math.toIntExact(fault.row()), fault.sentence()))
                        .toList()
                : null;
    }

    static RefusalAnswer of(String code, String sentence, String request) {
        return new RefusalAnswer(code, sentence, request, null, null, null);
    }
}
