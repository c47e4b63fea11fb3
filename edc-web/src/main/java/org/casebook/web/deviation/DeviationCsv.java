package org.casebook.web.deviation;

import java.util.List;
import org.casebook.deviation.DeviationView;
import org.casebook.web.shell.Csv;

/** Deviations as CSV. */
public final class DeviationCsv {

    private static final String HEAD =
            "site,subject,date,category,kind,visit_oid,visit,form_oid,form,description,weight,"
                    + "state,recorded_by,recorded_at,ended_by,ended_at,ended_reason";

    private DeviationCsv() {}

    public static String of(List<DeviationView> all) {
        return Csv.of(HEAD, all.stream().map(DeviationCsv::line));
    }

    private static String line(DeviationView one) {
        DeviationView.Place place = one.place();
        DeviationView.End end = one.end() == null ? new DeviationView.End(null, null, null) : one.end();
        return Csv.line(
                one.site(),
                one.subject(),
                one.on(),
                one.category(),
                one.kind(),
                place.event(),
                place.visit(),
                place.form(),
                place.formName(),
                one.description(),
                one.weight(),
                one.state(),
                one.recordedBy(),
                one.recordedAt(),
                end.by(),
                end.at(),
                end.reason());
    }
}
