package org.casebook.web.entry;

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
import java.util.List;
import org.casebook.acceptance.Acceptance;
import org.casebook.acceptance.RunResult;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.study.DryRun;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyPaper;
import org.casebook.study.StudyPapers;
import org.casebook.study.VersionView;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;

/** Loading study files and releasing versions from the page of studies. */
@Path("studies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StudyEntry {

    private static final String PDF = "application/pdf";

    @Inject
    private StudyPapers papers;

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private Acceptance acceptance;

    @BeanParam
    private PlaceSent place;

    /**
     * A file that the person chose, in Base64.
     *
     * @param kind as which kind of study; empty: production
     * @param copy name of a copy, may be empty
     */
    public record Chosen(String name, String content, String kind, String copy) {

        Kind asKind() {
            return kind == null || kind.isBlank() ? Kind.PRODUCTION : Kind.of(kind);
        }
    }

    /** What came of it. */
    public record Kept(long id, String study, String version, String sentence) {

        static Kept of(VersionView version, String word) {
            return new Kept(
                    version.id(),
                    version.study(),
                    version.oid(),
                    Words.of("study", word, version.study(), version.oid()));
        }
    }

    @POST
    public Kept load(Chosen file) {
        return Kept.of(studyDesign.load(content(file), file.asKind(), file.copy()), "loaded");
    }

    /** What would come of loading it; nothing is kept. */
    @POST
    @Path("dry-run")
    public DryRun rehearse(Chosen file) {
        return studyDesign.rehearse(content(file), file.asKind(), file.copy());
    }

    /**
     * What the test participants of a file come to.
     *
     * @param participants how many the file names
     * @param failures steps that did not come out as expected; each is in {@code failed}
     */
    public record Tried(int participants, long steps, long failures, List<Step> failed) {

        static Tried of(RunResult result) {
            List<Step> failed = result.participants().stream()
                    .flatMap(participant -> participant.steps().stream()
                            .filter(step -> !step.passed())
                            .map(step -> new Step(
                                    step.line(), participant.name(), step.what(), step.expected(), step.actual())))
                    .toList();
            return new Tried(result.participants().size(), result.steps(), result.failures(), failed);
        }
    }

    /** One step that did not come out as expected. */
    public record Step(int line, String participant, String what, String expected, String actual) {}

    /** Runs the test participants of a file; nothing is kept. */
    @POST
    @Path("dry-run/test-participants")
    public Tried tryOut(Chosen file) {
        return Tried.of(acceptance.tryFile(content(file)));
    }

    private static byte[] content(Chosen file) {
        if (file == null || file.content() == null || file.content().isEmpty()) {
            throw new Invalid(Sentence.of("study", "noFile"));
        }
        try {
            return Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException noBase64) {
            throw new Invalid(Sentence.of("study", "fileNotWhole"));
        }
    }

    @POST
    @Path("versions/{version}/release")
    public Kept release(@PathParam("version") long version) {
        return Kept.of(acceptance.release(place.scope(), version), "released");
    }

    @GET
    @Path("versions/{version}/blank-forms")
    @Produces({PDF, MediaType.APPLICATION_JSON})
    public Response blankForms(@PathParam("version") long version, @QueryParam("language") String language) {
        return file(papers.blankForms(place.scope(), version, language), PDF);
    }

    /** The file as it was loaded. */
    @GET
    @Path("versions/{version}/original")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    public Response original(@PathParam("version") long version) {
        return file(papers.original(place.scope(), version), MediaType.APPLICATION_XML);
    }

    /** What the version plans as canonical ODM 2.0. */
    @GET
    @Path("versions/{version}/odm")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    public Response odm(@PathParam("version") long version) {
        return file(papers.odm(place.scope(), version), MediaType.APPLICATION_XML);
    }

    /** What the version plans as ODM 1.3.2. */
    @GET
    @Path("versions/{version}/odm-1-3-2")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    public Response oldOdm(@PathParam("version") long version) {
        return file(papers.oldOdm(place.scope(), version), MediaType.APPLICATION_XML);
    }

    private static Response file(StudyPaper paper, String type) {
        return Download.of(paper.content(), type, paper.fileName()).build();
    }
}
