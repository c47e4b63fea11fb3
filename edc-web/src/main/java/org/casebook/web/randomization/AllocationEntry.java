package org.casebook.web.randomization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Allocation;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.PreparedList;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Words;

/** What the buttons of the allocation page send. */
@Path("allocation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AllocationEntry {

    private static final String HASH_FIELD = "hash-";

    @Inject
    private AllocationDesk desk;

    @Inject
    private ListDesk lists;

    @BeanParam
    private PlaceSent place;

    /**
     * Lists to prepare.
     *
     * @param listSite the site they are for; null for the whole study
     * @param slots how many participants each takes at least
     */
    public record NewList(String listSite, String slots) {}

    /** A file that the person chose, in Base64. */
    public record Chosen(String content) {}

    /** Where the browser goes now. */
    public record Onward(String address) {}

    /** What a participant is to receive; the reading was recorded. */
    public record Read(String subject, String number, String treatment, String sentence) {}

    @POST
    @Path("lists")
    public Done prepare(NewList wanted) {
        if (wanted == null || wanted.slots() == null || !wanted.slots().matches("\\d{1,5}")) {
            throw new Invalid(Words.of("randomization", "sayHowMany"));
        }
        Scope scope = Scope.of(place.scope().study(), wanted.listSite());
        return prepared(lists.prepare(scope, Integer.parseInt(wanted.slots())));
    }

    @POST
    @Path("lists/file")
    public Done upload(Chosen file) {
        if (file == null || file.content() == null || file.content().isEmpty()) {
            throw new Invalid(Words.of("randomization", "noFileSent"));
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException noBase64) {
            throw new Invalid(Words.of("randomization", "fileNotWhole"));
        }
        return prepared(lists.upload(Scope.of(place.scope().study()), content));
    }

    /**
     * Asks to seal lists.
     *
     * @param fields {@code hash-<id>} with the hash as told, for each list that is to be sealed; empty ones are passed over
     */
    @POST
    @Path("lists/sealing")
    public Onward seal(Map<String, String> fields) {
        Map<UUID, String> hashes = new LinkedHashMap<>();
        (fields == null ? Map.<String, String>of() : fields).forEach((name, hash) -> {
            if (name != null && name.startsWith(HASH_FIELD) && hash != null && !hash.isBlank()) {
                hashes.put(id(name.substring(HASH_FIELD.length())), hash);
            }
        });
        return new Onward(lists.requestSealing(place.scope(), hashes).toString());
    }

    @POST
    @Path("lists/{id}/withdrawal")
    public Done withdraw(@PathParam("id") String id) {
        lists.withdraw(place.scope(), id(id));
        return new Done(Words.of("randomization", "withdrawnSentence"));
    }

    @POST
    @Path("{subject}/read")
    public Read read(@PathParam("subject") String subject) {
        Allocation allocation = desk.read(place.scope(), subject);
        return new Read(
                subject,
                allocation.number(),
                allocation.treatment(),
                Words.of("randomization", "readSentence", subject));
    }

    private static Done prepared(List<PreparedList> made) {
        return new Done(Words.of("randomization", "preparedSentence", made.size()));
    }

    private UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("allocation list", text, place.scope());
        }
    }
}
