package org.casebook.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells one study of this installation from another: the author's OID, and whether real participants are in it. The
 * production study goes by the OID alone; a test or training copy of it has its kind behind a {@code ~}, for example
 * {@code BMMSC~test} or {@code BMMSC~test-2}. A scope, a grant, a row and an export carry this key, so that none of them
 * can mean a production study and a copy of it at once (docs/adr/0016).
 *
 * @param oid OID in the study file: letters, digits, {@code .}, {@code _}, {@code :}, {@code -}, at most 100
 * @param kind never changes
 * @param copy tells several copies of one kind apart, letters and digits, at most 20; null for the only one, and in
 *     production
 */
public record StudyKey(String oid, Kind kind, String copy) {

    private static final Pattern COPY_OF = Pattern.compile("(.+)~(test|training)(?:-([A-Za-z0-9]{1,20}))?");
    private static final Pattern OID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final String OURS = "CASEBOOK.";
    private static final Pattern COPY = Pattern.compile("[A-Za-z0-9]{1,20}");

    public StudyKey {
        if (copy != null && copy.isBlank()) {
            copy = null;
        }
    }

    /** Whether the data of a study are those of participants. */
    public enum Kind {
        /** Participants of the trial; the only kind whose data are evidence. */
        PRODUCTION,
        /** For trying a study file; nobody in it exists. */
        TEST,
        /** For people who learn to work with the study; nobody in it exists. */
        TRAINING;

        /** In keys and addresses: lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Invalid when there is no such kind */
        public static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equalsIgnoreCase(key))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(Sentence.of("kernel", "noKindOfStudy", String.valueOf(key))));
        }
    }

    /** Reads a key; what is no copy of a study is a production study, the kind with the fewest rights. */
    public static StudyKey parse(String key) {
        Matcher copy = COPY_OF.matcher(key);
        return copy.matches()
                ? new StudyKey(copy.group(1), Kind.of(copy.group(2)), copy.group(3))
                : new StudyKey(key, Kind.PRODUCTION, null);
    }

    /**
     * The key of a study that comes into being.
     *
     * @throws Invalid when OID or name of the copy cannot stand in a key
     */
    public static StudyKey made(String oid, Kind kind, String copy) {
        StudyKey made = new StudyKey(oid, kind, copy);
        if (!OID.matcher(oid).matches()) {
            throw new Invalid(Sentence.of("kernel", "studyOidOdd", oid));
        }
        if (oid.startsWith(OURS)) {
            throw new Invalid(Sentence.of("kernel", "studyOidKept", oid, OURS));
        }
        if (made.copy() != null
                && (made.isProduction() || !COPY.matcher(made.copy()).matches())) {
            throw new Invalid(
                    made.isProduction()
                            ? Sentence.of("kernel", "oneProductionStudy")
                            : Sentence.of("kernel", "copyNameOdd", copy));
        }
        return made;
    }

    public boolean isProduction() {
        return kind == Kind.PRODUCTION;
    }

    /**
     * Whether data of a file may come into this study: its own, and in a copy those of the production study too. Nothing of
     * a copy ever comes into production.
     *
     * @param studyOid as the file gives it (ODM {@code ClinicalData/@StudyOID}); exports of Casebook carry the whole key
     */
    public boolean takesDataOf(String studyOid) {
        return toString().equals(studyOid)
                || !isProduction() && parse(studyOid).oid().equals(oid);
    }

    @Override
    public String toString() {
        return isProduction() ? oid : oid + "~" + kind.key() + (copy == null ? "" : "-" + copy);
    }
}
