package org.casebook.web.signature;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.signature.Locking;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** Locking and unlocking participants and the study from a page. */
@Path("/locks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LockEntry {

    @Inject
    private Locking locking;

    @BeanParam
    private PlaceSent place;

    /** What is locked or unlocked and why; without subject the study. */
    public record Turn(String subject, String reason) {}

    /** What was done, in a sentence. */
    public record Turned(String sentence) {}

    @POST
    @Path("subject")
    public Turned lockSubject(Turn turn) {
        locking.lockSubject(place.scope(), subject(turn), turn.reason());
        return new Turned(Words.of("signature", "subjectLocked", turn.subject()));
    }

    @POST
    @Path("subject/remove")
    public Turned unlockSubject(Turn turn) {
        locking.unlockSubject(place.scope(), subject(turn), turn.reason());
        return new Turned(Words.of("signature", "subjectUnlocked", turn.subject()));
    }

    /** Asks for the password; the study is locked once it was typed. */
    @POST
    @Path("study")
    public SigningEntry.Onward lockStudy(Turn turn) {
        String reason = turn == null ? null : turn.reason();
        return new SigningEntry.Onward(
                locking.requestStudyLock(place.scope(), reason).toString());
    }

    @POST
    @Path("study/remove")
    public Turned unlockStudy(Turn turn) {
        locking.unlockStudy(place.scope(), turn == null ? null : turn.reason());
        return new Turned(Words.of("signature", "studyUnlocked"));
    }

    private static String subject(Turn turn) {
        if (turn == null || turn.subject() == null) {
            throw new Invalid(Sentence.of("kernel", "requestNoParticipant"));
        }
        return turn.subject();
    }
}
