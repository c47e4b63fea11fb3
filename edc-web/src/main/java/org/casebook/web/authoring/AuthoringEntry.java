package org.casebook.web.authoring;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.authoring.AuthoringDesk;
import org.casebook.authoring.Order;
import org.casebook.instrument.Instrument;
import org.casebook.instrument.Score;
import org.casebook.instrument.Wish;
import org.casebook.kernel.Invalid;
import org.casebook.study.StudyPaper;
import org.casebook.study.VersionView;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;

/** What the page of instruments sends: instruments to take, and tables of words. */
@Path("authoring")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthoringEntry {

    static final String FORM = "form-";
    static final String VISIT = "visit-";
    static final String LEAST = "least-";
    private static final String ROOM = "authoring";
    private static final String CSV = "text/csv; charset=UTF-8";

    @Inject
    private AuthoringDesk desk;

    @BeanParam
    private PlaceSent place;

    /** The version that came of it. */
    public record Made(String study, long version, String sentence) {

        static Made of(VersionView version) {
            return new Made(version.study(), version.id(), Words.of(ROOM, "made", version.oid()));
        }
    }

    /** A table of words, in Base64, and the OID of the version to be made. */
    public record Table(String content, String version) {}

    /**
     * Takes instruments into a new version.
     *
     * @param fields {@code form-<OID>} for each instrument, {@code visit-<OID>} for each visit, {@code least-<item>} for scores
     *     of which the study says how many items must be answered, {@code version} and {@code name}
     */
    @POST
    @Path("versions/{version}/instruments")
    public Made take(@PathParam("version") long version, Map<String, String> fields) {
        List<Wish> wishes = desk.offered().stream()
                .filter(instrument -> fields.containsKey(FORM + instrument.formOid()))
                .map(instrument -> new Wish(instrument.formOid(), least(instrument, fields)))
                .toList();
        List<String> visits = fields.keySet().stream()
                .filter(name -> name != null && name.startsWith(VISIT))
                .map(name -> name.substring(VISIT.length()))
                .sorted()
                .toList();
        return Made.of(desk.take(
                place.scope(), version, new Order(wishes, visits, fields.get("version"), fields.get("name"))));
    }

    private static Map<String, Integer> least(Instrument instrument, Map<String, String> fields) {
        Map<String, Integer> least = new LinkedHashMap<>();
        for (Score score : instrument.scores()) {
            String said = fields.get(LEAST + score.itemOid());
            if (said != null) {
                if (!said.strip().matches("\\d{1,3}")) {
                    throw new Invalid(Words.of(ROOM, "noNumber", said));
                }
                least.put(score.itemOid(), Integer.valueOf(said.strip()));
            }
        }
        return least;
    }

    /** Puts words into a new version. */
    @POST
    @Path("versions/{version}/words")
    public Made word(@PathParam("version") long version, Table table) {
        if (table == null || table.content() == null || table.content().isEmpty()) {
            throw new Invalid(Words.of(ROOM, "noTable"));
        }
        try {
            byte[] content = Base64.getDecoder().decode(table.content());
            return Made.of(desk.word(place.scope(), version, content, table.version()));
        } catch (IllegalArgumentException noBase64) {
            throw new Invalid(Words.of(ROOM, "notWhole"));
        }
    }

    /** The words of the version's instruments as a table to be filled. */
    @GET
    @Path("versions/{version}/words")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    public Response words(@PathParam("version") long version, @QueryParam("language") String language) {
        return file(desk.words(place.scope(), version, language), CSV);
    }

    /** The file of an instrument that ships. */
    @GET
    @Path("instruments")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    public Response instrument(@QueryParam("form") String form) {
        return file(desk.file(form), MediaType.APPLICATION_XML);
    }

    private static Response file(StudyPaper paper, String type) {
        return Download.of(paper.content(), type, paper.fileName()).build();
    }
}
