package org.casebook.rendering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small parts of generated studies: OIDs, texts, codings, aliases, and what is kept while nothing acts on it. */
class GeneratedParts {

    private static final List<String> WORDS = List.of(
            "Blood pressure",
            "Schmerz in Ruhe, 0–10",
            "a < b && \"c\" > 'd'",
            "#{1+1} ${x} <b>bold</b>",
            "=SUM(A1)",
            "two\nlines\tand a tab",
            "a return\rwithin",
            "日本語 ünï 😀",
            "100 %");

    private static final String[] JOINTS = {".", "_", ":", "-", ""};

    final Random random;
    private int number;

    GeneratedParts(Random random) {
        this.random = random;
    }

    boolean chance() {
        return random.nextBoolean();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A new OID, with one of the characters that OIDs may hold. */
    String oid(String kind) {
        String joint = JOINTS[random.nextInt(JOINTS.length)];
        return (random.nextInt(6) == 0 ? "7" : "") + kind + joint + ++number;
    }

    String words() {
        return one(WORDS);
    }

    /** Perhaps this, perhaps nothing. */
    Draft perhaps(Draft draft) {
        return chance() ? draft : null;
    }

    String perhaps(String value) {
        return chance() ? value : null;
    }

    /** A holder of texts in one, two or three languages. */
    Draft texts(String holder) {
        List<String> languages = new ArrayList<>(List.of("en", "de", "ja"));
        Draft draft = Draft.of(holder);
        for (String language : languages.subList(0, 1 + random.nextInt(3))) {
            draft.with(Draft.of("TranslatedText", "xml:lang", language, "Type", "text/plain")
                    .text(words()));
        }
        if (random.nextInt(6) == 0) {
            draft.with(Draft.of("TranslatedText", "xml:lang", "en", "Type", "text/markdown")
                    .text("*" + words() + "*"));
        }
        return draft;
    }

    Draft description() {
        return perhaps(texts("Description"));
    }

    Draft coding() {
        return perhaps(Draft.of(
                "Coding",
                "Code",
                "C" + random.nextInt(99999),
                "System",
                "http://loinc.org",
                "SystemName",
                "LOINC",
                "SystemVersion",
                perhaps("2.61"),
                "Label",
                perhaps(words())));
    }

    Draft alias(String context) {
        return perhaps(Draft.of("Alias", "Context", context, "Name", "N" + random.nextInt(999)));
    }

    Draft origin() {
        Draft resource = Draft.of("Resource", "Type", "HL7-FHIR", "Name", "Observation", "Label", perhaps("loinc"))
                .with(perhaps(Draft.of("Selection", "Path", "Resource[@Name='x']/value")));
        Draft items = Draft.of("SourceItems")
                .with(Draft.of("SourceItem", "ItemOID", perhaps("ELSEWHERE.1"), "Name", perhaps("x"))
                        .with(resource, coding()));
        return perhaps(Draft.of("Origin", "Type", "Collected", "Source", perhaps("Investigator"))
                .with(description(), perhaps(items), coding(), perhaps(Draft.of("DocumentRef", "LeafID", "LF.1"))));
    }

    Draft reference(String element, String attribute, String oid, Integer order) {
        return Draft.of(
                element,
                attribute,
                oid,
                "Mandatory",
                chance() ? "Yes" : "No",
                "OrderNumber",
                order == null ? null : String.valueOf(order));
    }

    /** Order numbers for so many references: none at all, or distinct ones in any order. */
    List<Integer> orders(int size) {
        List<Integer> orders = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            orders.add(10 * (i + 1));
        }
        Collections.shuffle(orders, random);
        return chance() ? orders : new ArrayList<>(Collections.nCopies(size, null));
    }

    Draft expression(String kind, String oid, String cel) {
        Draft signature = Draft.of("MethodSignature")
                .with(
                        perhaps(Draft.of("Parameter", "Name", "p", "DataType", "text", "Definition", perhaps(words()))),
                        perhaps(Draft.of(
                                "ReturnValue", "Name", "r", "DataType", "decimal", "OrderNumber", perhaps("1"))));
        Draft code = Draft.of("FormalExpression", "Context", cel == null ? "XPath" : "cel")
                .with(Draft.of("Code").text(cel == null ? "../ItemData[@ItemOID='x'] = 'N'" : cel));
        Draft library = Draft.of("FormalExpression", "Context", "R 4")
                .with(Draft.of("ExternalCodeLib", "Library", "lib", "Method", perhaps("f"), "Version", perhaps("1")));
        return Draft.of(
                        kind,
                        "OID",
                        oid,
                        "Name",
                        words(),
                        "Type",
                        kind.equals("MethodDef") ? perhaps("Computation") : null,
                        "CommentOID",
                        perhaps("COM.1"))
                .with(
                        description(),
                        perhaps(signature),
                        code,
                        random.nextInt(4) == 0 ? library : null,
                        alias("CDASH"),
                        kind.equals("MethodDef") ? perhaps(Draft.of("DocumentRef", "LeafID", "LF.1")) : null);
    }
}
