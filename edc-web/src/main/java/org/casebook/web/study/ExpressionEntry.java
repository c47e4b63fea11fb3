package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.casebook.acceptance.ExpressionDesk;
import org.casebook.acceptance.ExpressionDesk.Draft;
import org.casebook.capture.CaseBook;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.rules.ExpressionIsFaulty;
import org.casebook.rules.Step;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** Checking and trying an expression while it is typed. */
@Path("/expressions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExpressionEntry {

    private static final String ROOM = "study";

    @Inject
    private ExpressionDesk desk;

    @BeanParam
    private PlaceSent place;

    /**
     * What is to be tried.
     *
     * @param version id of the version
     * @param form OID; empty for what belongs to no form
     * @param values typed values by name; only for trying on these
     * @param subject key of the participant, {@code event} and {@code row} where the form stands; only for trying on one
     */
    public record Typed(
            String version,
            String form,
            String text,
            Map<String, String> values,
            String subject,
            String event,
            String row) {

        Draft draft() {
            return new Draft(number(version, "openFromPlan"), blankToNull(form), text);
        }

        CaseBook.Spot spot() {
            if (blankToNull(form) == null) {
                return null;
            }
            Integer number = blankToNull(row) == null ? null : Math.toIntExact(number(row, "whichRow"));
            return new CaseBook.Spot(blankToNull(event), form, number);
        }

        private static long number(String text, String mend) {
            if (text == null || !text.strip().matches("[0-9]{1,9}")) {
                throw new Invalid(Sentence.of(ROOM, "noNumber", String.valueOf(text), Sentence.of(ROOM, mend)));
            }
            return Long.parseLong(text.strip());
        }

        private static String blankToNull(String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** What is wrong, and at which line and character; or the names that it uses. */
    public record Found(String sentence, List<ExpressionIsFaulty.Place> faults, List<ExpressionDesk.Name> names) {}

    /** The result, part by part. */
    public record Tried(String sentence, Step step) {}

    @POST
    public Found check(Typed typed) {
        ExpressionDesk.Findings findings = desk.check(place.scope(), typed.draft());
        boolean good = findings.faults().isEmpty();
        return new Found(
                Words.of(ROOM, good ? "expressionGood" : "expressionFaulty"), findings.faults(), findings.names());
    }

    @POST
    @Path("values")
    public Tried tryOnValues(Typed typed) {
        Map<String, String> values = typed.values() == null ? Map.of() : typed.values();
        return tried(desk.tryOnValues(place.scope(), typed.draft(), values));
    }

    @POST
    @Path("participant")
    public Tried tryOnParticipant(Typed typed) {
        if (typed.subject() == null || typed.subject().isBlank()) {
            throw new Invalid(Sentence.of(ROOM, "whichParticipant"));
        }
        return tried(desk.tryOnParticipant(
                place.scope(), typed.draft(), typed.subject().strip(), typed.spot()));
    }

    private static Tried tried(Step step) {
        String sentence =
                step.isKnown() ? Words.of(ROOM, "expressionGives", step.value()) : Words.of(ROOM, "expressionUnknown");
        return new Tried(sentence, step);
    }
}
