package org.casebook.web.laboratory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.casebook.capture.CaseBook.RangesFound;
import org.casebook.laboratory.LaboratoryDesk;
import org.casebook.laboratory.LaboratoryView;
import org.casebook.laboratory.RangeDraft;
import org.casebook.laboratory.RangeReport;
import org.casebook.laboratory.RangeView;
import org.casebook.lookup.RangeLookup;
import org.casebook.web.entry.DaySent;
import org.casebook.web.entry.Done;
import org.casebook.web.entry.PlaceSent;
import org.casebook.web.shell.Download;
import org.casebook.web.shell.Words;

/** Keeping laboratories and ranges from their page. */
@Path("ranges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RangeEntry {

    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private LaboratoryDesk desk;

    @Inject
    private RangeLookup lookup;

    @BeanParam
    private PlaceSent place;

    /** A range as typed, why it changes, or the day on which it ends; which parts are needed depends on the act. */
    public record Typed(
            String laboratory,
            String analyte,
            String unit,
            String low,
            String high,
            String sex,
            String ageFrom,
            String ageTo,
            String ageUnit,
            String from,
            String to,
            String last,
            String reason) {

        RangeDraft draft() {
            return new RangeDraft(laboratory, analyte, unit, low, high, sex, ageFrom, ageTo, ageUnit, from, to);
        }
    }

    /** A laboratory as typed; its site is called so since {@code site} in an address is the place of the request. */
    public record NewLaboratory(String code, String name, String onlySite) {}

    /** A file of ranges, CSV. */
    public record Sent(String content) {}

    /** What would come, or came, of a file. */
    public record FileAnswer(int added, int same, boolean taken, List<RangeReport.RowFault> faults, String sentence) {

        static FileAnswer of(RangeReport report) {
            String word = report.taken() ? "fileTaken" : report.faults().isEmpty() ? "fileFits" : "fileFaulty";
            int number = word.equals("fileFaulty") ? report.faults().size() : report.added();
            return new FileAnswer(
                    report.added(),
                    report.same(),
                    report.taken(),
                    report.faults(),
                    Words.of("laboratory", word, number, report.same()));
        }
    }

    /** How many values find a range now, and the sentence of it. */
    public record Found(int values, String sentence) {

        static Found of(String word, RangesFound found) {
            String key = found.forms() == 0 ? "foundNone" : word;
            return new Found(
                    found.values(), Words.of("laboratory", key, found.values(), found.forms(), found.complete()));
        }
    }

    @POST
    public Done add(Typed typed) {
        return done("rangeAdded", desk.addRange(place.scope(), typed.draft()));
    }

    @POST
    @Path("laboratories")
    public Done addLaboratory(NewLaboratory typed) {
        LaboratoryView laboratory =
                desk.add(place.scope(), new LaboratoryView(typed.code(), typed.name(), typed.onlySite()));
        return new Done(Words.of("laboratory", "laboratoryAdded", laboratory.name()));
    }

    @POST
    @Path("file/dry-run")
    public FileAnswer tryFile(Sent file) {
        return FileAnswer.of(desk.tryFile(place.scope(), file.content()));
    }

    @POST
    @Path("file")
    public FileAnswer takeFile(Sent file) {
        return FileAnswer.of(desk.takeFile(place.scope(), file.content()));
    }

    @GET
    @Path("file")
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @Consumes(MediaType.WILDCARD)
    public Response file() {
        return Download.of(desk.toFile(place.scope()), CSV, "ranges.csv").build();
    }

    /** What looking ranges up again would change. */
    @GET
    @Path("again")
    @Consumes(MediaType.WILDCARD)
    public Found look() {
        return Found.of("wouldFind", lookup.look(place.scope()));
    }

    @POST
    @Path("again")
    public Found lookAgain(Typed typed) {
        return Found.of("found", lookup.take(place.scope(), typed.reason()));
    }

    @POST
    @Path("{id}")
    public Done change(@PathParam("id") long id, Typed typed) {
        return done("rangeChanged", desk.changeRange(place.scope(), id, typed.draft(), typed.reason()));
    }

    @POST
    @Path("{id}/end")
    public Done end(@PathParam("id") long id, Typed typed) {
        return done("rangeEnded", desk.endRange(place.scope(), id, DaySent.read(typed.last()), typed.reason()));
    }

    private static Done done(String word, RangeView range) {
        return new Done(Words.of("laboratory", word, range.analyte(), range.shown()));
    }
}
