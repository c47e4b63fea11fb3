package org.casebook.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casebook.blinding.Blinding;
import org.casebook.disclosure.Disclosure;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Software;
import org.casebook.signature.Meaning;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;

/** Finds out what a dataset of a study has to hold. */
@ApplicationScoped
class Cuts {

    @Inject
    private Definitions definitions;

    @Inject
    private SiteRegister sites;

    @Inject
    private Blinding blinding;

    @Inject
    private Disclosure disclosure;

    /**
     * When the lock of the study closed; empty while it is open. Until the transaction ends nobody can open the study, and
     * with it its participants and forms.
     */
    Optional<Instant> holdLock(Scope scope, Sql sql) {
        String query = "select locked_at from edc.study_lock where study = ? for share";
        return sql.list(query, row -> Sql.instant(row, "locked_at"), scope.study()).stream()
                .findFirst();
    }

    /**
     * Lets every query of this transaction see the same moment, whatever is entered meanwhile; to be called before any of
     * them. A copy for tests or training is cut without a lock, since nothing of it is evidence.
     */
    void holdMoment(Sql sql) {
        sql.run("set transaction isolation level repeatable read");
    }

    Cut of(Scope scope, Instant at, boolean locked, Sql sql) {
        List<Cut.SiteRow> places = sites.list(Scope.of(scope.study())).stream()
                .map(site ->
                        new Cut.SiteRow(site.number(), site.name(), site.zone().getId()))
                .toList();
        Cut.Blinding withheld = disclosure.unblinded(scope)
                ? new Cut.Blinding(disclosure.treatments(Scope.of(scope.study())))
                : new Cut.Blinding(blinding.of(scope));
        return new Cut(
                scope.study(),
                at,
                locked,
                Software.version(),
                versions(scope, sql),
                places,
                meanings(scope, sql),
                withheld);
    }

    private List<Cut.Version> versions(Scope scope, Sql sql) {
        return sql.list(
                """
                select v.id, v.released_at from edc.study_version v
                 where v.study = ? and v.released_at is not null
                   and (v.id in (select version_id from edc.subject where study = v.study)
                     or v.id in (select version_id from edc.case_form where study = v.study)
                     or v.id = (select max(id) from edc.study_version where study = v.study and released_at is not null))
                 order by v.released_at, v.id
                """,
                row -> new Cut.Version(
                        row.getLong("id"),
                        LocalDate.ofInstant(Sql.instant(row, "released_at"), ZoneOffset.UTC),
                        definitions.get(row.getLong("id"))),
                scope.study());
    }

    private static List<String> meanings(Scope scope, Sql sql) {
        String query = "select distinct meaning from edc.signature where study = ? order by meaning";
        return sql.list(query, row -> row.getString("meaning"), scope.study());
    }

    /** The word for the sentence that a signature stands for; the sentence where the product no longer knows it. */
    static String word(String sentence) {
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning.sentence().equals(sentence))
                .map(Meaning::name)
                .findFirst()
                .orElse(sentence);
    }
}
