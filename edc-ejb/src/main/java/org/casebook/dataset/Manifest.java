package org.casebook.dataset;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the zip holds, by which rules, and how to prove it: {@code manifest.json}, and in words {@code README.txt}. */
final class Manifest {

    static final String NAME = "manifest.json";

    private final Cut cut;

    Manifest(Cut cut) {
        this.cut = cut;
    }

    /** The text that explains a dataset to whoever unpacks it. */
    String readMe() {
        try (InputStream text = Manifest.class.getResourceAsStream("readme.txt")) {
            String words = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            String guard = FormulaGuard.RULE.replaceAll("(.{60,110}) ", "$1\n");
            String warning = cut.warning().isEmpty() ? "" : cut.warning() + "\n\n";
            return warning
                    + words.formatted(cut.study(), cut.newest().name(), state(), cut.software(), guard, blinding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String blinding() {
        return cut.blinding().unblinded()
                ? "the study is unblinded. treatments.csv has one row per randomised participant; nothing is left out."
                : "there are no arms here and nothing from which one could be told. Items that would tell the treatment\n"
                        + "are left out of every file; manifest.json names them.";
    }

    private String state() {
        return (cut.locked() ? "locked " : "not locked, as it stood at ") + cut.at();
    }

    String json(List<Member.Written> files) {
        StringWriter text = new StringWriter();
        Map<String, ?> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
        try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(text)) {
            writer.writeObject(content(files));
        }
        return text.toString().strip() + "\n";
    }

    private JsonObject content(List<Member.Written> files) {
        JsonArrayBuilder versions = Json.createArrayBuilder();
        cut.versions().forEach(version -> versions.add(version.definition().versionOid()));
        JsonArrayBuilder listed = Json.createArrayBuilder();
        files.forEach(file -> listed.add(Json.createObjectBuilder()
                .add("name", file.name())
                .add("rows", file.rows())
                .add("size", file.size())
                .add("sha256", file.sha256())));
        return Json.createObjectBuilder()
                .add("study", cut.study())
                .add("studyKind", cut.key().kind().name())
                .add("studyVersions", versions)
                .add("at", cut.at().toString())
                .add("locked", cut.locked())
                .add("software", "Casebook " + cut.software())
                .add("filters", filters())
                .add("formulaGuard", FormulaGuard.RULE)
                .add("files", listed)
                .build();
    }

    private JsonObjectBuilder filters() {
        JsonArrayBuilder withheld = Json.createArrayBuilder();
        cut.versions().stream()
                .flatMap(version -> cut.blinding().withheld(version.definition()).stream())
                .distinct()
                .forEach(withheld::add);
        return Json.createObjectBuilder()
                .add("arms", cut.blinding().unblinded() ? "treatments.csv" : "none: the study is not unblinded")
                .add("itemsWithheldByBlinding", withheld)
                .add("voidForms", "in odm/history.xml only");
    }
}
