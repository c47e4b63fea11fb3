package org.casebook.web.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.standing.Decision;
import org.casebook.standing.Standing;
import org.casebook.standing.StandingView;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.entry.Why;
import org.casebook.web.shell.Statuses;
import org.casebook.web.shell.Words;

/** Steps of a participation, as the participant's page sends them. */
@Path("subjects/{subject}/standing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StandingEntry {

    private static final String CRITERION = "criterion-";

    @Inject
    private Standing standing;

    @Inject
    private Statuses statuses;

    @BeanParam
    private PlaceSent place;

    @PathParam("subject")
    private String subject;

    /** What was done, as a sentence. */
    public record Done(String subject, String sentence) {}

    /**
     * Takes a step.
     *
     * @param fields {@code status}, {@code date}, {@code reason}, {@code from} where withdrawn, and for a screen failure {@code
     *     criterion-<number>} for each criterion that was ticked
     */
    @POST
    public Done change(Map<String, String> fields) {
        Decision decision = new Decision(
                one(SubjectStatus.values(), fields.get("status"), "noStatus"),
                DaySent.read(fields.get("date")),
                fields.get("reason"),
                fields.get("from") == null ? null : one(WithdrawalScope.values(), fields.get("from"), "noScope"),
                ticked(fields));
        return done(standing.change(place.scope(), subject, decision));
    }

    /** Takes the last step back. */
    @POST
    @Path("taking-back")
    public Done takeBack(Why why) {
        return done(standing.takeBack(place.scope(), subject, why.reason()));
    }

    private Done done(StandingView view) {
        return new Done(
                subject,
                Words.of(
                        "standing",
                        "doneSentence",
                        subject,
                        statuses.word(view.participant().status())));
    }

    /** The list was shown with what the forms say; what came of it is what the person means, nothing included. */
    private static List<String> ticked(Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(name -> name != null && name.startsWith(CRITERION))
                .map(name -> name.substring(CRITERION.length()))
                .toList();
    }

    private static <T extends Enum<T>> T one(T[] all, String name, String otherwise) {
        return Arrays.stream(all)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(Sentence.of("standing", otherwise)));
    }
}
