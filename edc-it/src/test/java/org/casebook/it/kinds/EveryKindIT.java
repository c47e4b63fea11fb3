package org.casebook.it.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebook.it.AuditRebuild;
import org.casebook.it.Figures;
import org.casebook.it.OneSite;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.it.Zip;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Values written at random, right and wrong, into every kind of item in a browser; afterwards the screen, the database, the
 * audit trail and the exports are held against what was written. More of it: {@code -Dcasebook.kinds.entries=2000}; the
 * same again: {@code -Dcasebook.kinds.seed=…}, which each run prints.
 */
class EveryKindIT {

    private static final String STUDY = "KINDS~test";
    private static final String PLACE = "?study=" + STUDY + "&site=01";
    private static final long SEED = Long.getLong("casebook.kinds.seed", 20_260_101);
    private static final int ENTRIES = Integer.getInteger("casebook.kinds.entries", 120);
    private static final int ENTRIES_PER_FORM = 60;

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private final Tokens tokens = new Tokens(Trial.target().issuer());
    private final Rest builder = new Rest(Trial.target(), tokens, "builder");
    private final Pen pen = new Pen(new Random(SEED));
    private final Map<String, Map<Kind, Written>> written = new java.util.LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void screen_database_trail_and_exports_hold_what_was_written() throws Exception {
        System.out.println("EveryKindIT: seed " + SEED + ", " + ENTRIES + " entries");
        OneSite.open(file(), "KINDS", "test");
        Page page = visitors.signedIn("builder");
        for (int done = 0; done < ENTRIES; done += ENTRIES_PER_FORM) {
            fill(page, Math.min(ENTRIES_PER_FORM, ENTRIES - done));
        }
        exports();
        try (Connection owner = Running.system().asOwner()) {
            differences.addAll(AuditRebuild.of(owner, STUDY).differences());
        }
        Figures.add("random values entered by browser into every kind of item", ENTRIES, "values", "", true);
        Figures.atMost(
                "differences between entry, screen, database, trail and export", differences.size(), "differences", 0);
        assertThat(differences).as("seed " + SEED).isEmpty();
    }

    private static String file() throws IOException {
        try (InputStream in = EveryKindIT.class.getResourceAsStream("/studies/kinds.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void fill(Page page, int entries) throws Exception {
        String subject = builder.post("/studies/" + STUDY + "/participants?site=01", null)
                .path("subject")
                .asText();
        Map<String, Object> seat = Map.of("subject", subject, "event", "SE.1", "form", "KINDS");
        long form = builder.post("/studies/" + STUDY + "/forms?site=01", seat)
                .path("header")
                .path("id")
                .asLong();
        page.navigate(Running.system().url("/capture/case-form.xhtml" + PLACE + "&form=" + form));
        Map<Kind, Written> held = new EnumMap<>(Kind.class);
        Sheet sheet = new Sheet(page);
        for (int i = 0; i < entries; i++) {
            Kind kind = i < Kind.values().length ? Kind.values()[i] : pen.pick(List.of(Kind.values()));
            if (sheet.isVisible(kind)) {
                Written one = pen.write(kind);
                sheet.write(kind, one);
                held.merge(kind, one.text() == null ? one.in(null) : one, EveryKindIT::after);
            }
        }
        written.put(subject, held);
        look(form, sheet, held, "before the reload");
        page.reload();
        look(form, new Sheet(page), held, "after the reload");
        Visitors.picture(page, "every-kind");
    }

    /** A unit alone says nothing, and to empty what is empty changes no reason. */
    private static Written after(Written before, Written now) {
        return now.equals(Written.NOTHING) && before.blank() != null ? before : now;
    }

    private void look(long form, Sheet sheet, Map<Kind, Written> held, String when) throws Exception {
        Records records = Records.of(form);
        held.forEach((kind, one) -> {
            String place = kind + ", " + one + ", " + when + ": ";
            same(place + "screen", one.text(), sheet.shown(kind));
            same(place + "flag", one.text() != null && one.meaning() == null, sheet.flagged(kind));
            if (one.text() != null) {
                same(place + "unit on the screen", one.unit(), sheet.unit(kind));
            }
            same(place + "not asked", kind == Kind.HIDDEN && isKeptUnasked(held), sheet.notAsked(kind));
            same(
                    place + "reason on the screen",
                    one.blank() != null,
                    !sheet.blank(kind).isEmpty());
            same(place + "text stored", one.text(), records.stored(kind, "t"));
            same(place + "value stored", one.meaning(), records.stored(kind, "v"));
            same(place + "unit stored", one.unit(), records.stored(kind, "u"));
            same(place + "reason stored", one.blank(), records.stored(kind, "b"));
            same(place + "text in the trail", one.text(), records.told(kind, "item-changed"));
            same(place + "unit in the trail", one.unit(), records.told(kind, "item-unit-changed"));
            same(place + "reason in the trail", one.blank(), records.told(kind, "item-left-blank"));
        });
    }

    /** What hangs on a yes is kept after a no, marked, and left out of exports. */
    private static boolean isKeptUnasked(Map<Kind, Written> held) {
        Written hidden = held.get(Kind.HIDDEN);
        return hidden != null
                && hidden.text() != null
                && "false"
                        .equals(held.getOrDefault(Kind.YES_NO, Written.NOTHING).meaning());
    }

    private static Written exported(Map<Kind, Written> held, Kind kind) {
        return kind == Kind.HIDDEN && isKeptUnasked(held) ? Written.left("NOT_APPLICABLE") : held.get(kind);
    }

    private void exports() throws Exception {
        Zip zip = new Zip(dataset());
        Map<String, String> odm = Zip.values(zip.xml("odm/snapshot.xml"));
        Map<String, NamedCsvRecord> rows = zip.table("forms/KINDS.csv").stream()
                .collect(Collectors.toMap(row -> row.getField("subject"), row -> row));
        written.forEach((subject, held) -> held.keySet().forEach(kind -> {
            Written one = exported(held, kind);
            String place = subject + " " + kind + ", " + one + ": ";
            String value = odm.getOrDefault(subject + "/SE.1/KINDS/" + kind.oid(), "");
            same(place + "ODM", one.exported(), value);
            same(place + "CSV", guarded(kind, one), rows.get(subject).getField(kind.oid()));
            if (kind == Kind.UNIT) {
                same(place + "unit in CSV", symbol(one), rows.get(subject).getField("WGT_unit"));
                same(
                        place + "standard value in CSV",
                        standard(one),
                        rows.get(subject).getField("WGT_standard"));
            }
            same(
                    place + "reason in CSV",
                    one.blank() != null,
                    Pattern.compile("(^|\\W)" + kind.oid() + ": ")
                            .matcher(rows.get(subject).getField("left_blank"))
                            .find());
        }));
    }

    /** Texts that a spreadsheet would run have an apostrophe in front; see README.txt of the dataset. */
    private static String guarded(Kind kind, Written one) {
        String value = one.exported();
        boolean text = one.meaning() == null
                || EnumSet.of(Kind.TEXT, Kind.LONG_TEXT, Kind.HIDDEN).contains(kind);
        return text && !value.isEmpty() && "=+-@'\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String symbol(Written one) {
        if (one.text() == null) {
            return "";
        }
        return one.unit() == null ? "kg" : one.unit().substring(2).toLowerCase(Locale.ROOT);
    }

    /** In kilograms, to the two digits of the item: a pound is 0.45359237 kg. */
    private static String standard(Written one) {
        if (one.meaning() == null || one.unit() == null) {
            return one.meaning() == null ? "" : one.meaning();
        }
        return new BigDecimal(one.meaning())
                .multiply(new BigDecimal(one.unit().equals("U.LB") ? "0.45359237" : "0.001"))
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private InputStream dataset() throws IOException, InterruptedException {
        String datasets = "/studies/" + STUDY + "/datasets";
        long id = builder.post(datasets, null).path("id").asLong();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Running.system().url("/api/v1" + datasets + "/" + id + "/zip")))
                .header("Authorization", "Bearer " + tokens.of("builder"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void same(String what, Object written, Object found) {
        if (!Objects.equals(written, found)) {
            differences.add(what + ": written “" + written + "”, found “" + found + "”");
        }
    }
}
