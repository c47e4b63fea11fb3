package org.casebook.definition;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.rules.DataType;
import org.casebook.rules.ExpressionName;
import org.casebook.rules.Reading;
import org.casebook.rules.ValueShape;

/**
 * One item at its place on one form (ODM {@code ItemRef} with its {@code ItemDef}).
 *
 * @param oid unique on its form; the same item may stand on several forms
 * @param name the variable's name in datasets
 * @param question what is asked
 * @param help how to answer; may be empty
 * @param length most characters of a text, or digits of a number; null: no limit
 * @param significantDigits digits after the decimal point that are kept, rounded half up; null: as typed or computed
 * @param unit the standard unit; null: none
 * @param codeList the permitted codes of a choice; null for other types
 * @param mandatory whether the form cannot be completed while it is empty (and shown)
 * @param conditionOid collection exception condition: when it is true, the item is <em>not</em> collected; null: always
 * @param checks edit checks, in order
 * @param methodOid the method that computes it; null when it is typed
 * @param role what the rest of the system does with the value
 * @param critical whether a monitor must verify it against source (SDV)
 * @param blinded whether its value would tell the treatment, so that blinded people must not see it
 * @param scale ends of a visual analogue scale; null for other types
 * @param attachment what files may be attached; null for other types
 * @param laboratory what decides by which range a laboratory value is judged; null for other items
 * @param finding which part of such a judgement it holds, so that nobody types it; null for other items
 * @param link to rows of which log its value leads; null for other types
 * @param aliases names in other vocabularies, for example the CDASH variable
 */
public record ItemDefinition(
        String oid,
        String name,
        TranslatedText question,
        TranslatedText help,
        DataType type,
        Integer length,
        Integer significantDigits,
        StudyDefinition.Unit unit,
        CodeListDefinition codeList,
        boolean mandatory,
        String conditionOid,
        List<CheckDefinition> checks,
        String methodOid,
        Role role,
        boolean critical,
        boolean blinded,
        Scale scale,
        Attachment attachment,
        Laboratory laboratory,
        Finding finding,
        Link link,
        List<Alias> aliases) {

    public ItemDefinition {
        checks = List.copyOf(checks);
        aliases = List.copyOf(aliases);
    }

    /** What the rest of the system does with an item's value. */
    public enum Role {
        NONE,
        /** Date of informed consent: nothing but screening may happen before it. */
        CONSENT_DATE,
        /** Whether consent was given. */
        CONSENT_GIVEN,
        /** The investigator's confirmation that the participant is eligible. */
        ELIGIBILITY,
        BIRTH_DATE,
        SEX,
        /** Date of the study injection: day 0 of the windows after it. */
        INJECTION_DATE,
        /** Date of the end of participation. */
        END_DATE,
        /** How the participation ended: completed, withdrawn, … */
        END_STATUS,
        /** Tells the person apart from others, beside date of birth and sex; initials, for example. */
        IDENTIFIER;

        /** Whether the value helps to tell whether two participants are one person. */
        public boolean tellsPerson() {
            return this == BIRTH_DATE || this == SEX || this == IDENTIFIER;
        }
    }

    /**
     * The ends of a visual analogue scale and what stands beside them.
     *
     * @param whole whether marks are whole numbers
     */
    public record Scale(
            BigDecimal low, BigDecimal high, boolean whole, TranslatedText lowLabel, TranslatedText highLabel) {}

    /**
     * A laboratory value, and the names by which expressions call what decides about its range.
     *
     * @param analyte what is measured, as the ranges call it
     * @param laboratory name of the item that says the laboratory's code or name; null: the site has one
     * @param sampleDate name of the date of the sample
     * @param sex null: ranges for both alone
     * @param birthDate null: ranges for all ages alone
     */
    public record Laboratory(String analyte, String laboratory, String sampleDate, String sex, String birthDate) {

        Set<String> names() {
            return Stream.of(laboratory, sampleDate, sex, birthDate)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * What an item holds of the judgement of a laboratory value on the same form.
     *
     * @param of OID of the value
     * @param laboratory the value's own
     */
    public record Finding(String of, Part part, Laboratory laboratory) {

        /** Range with its version, low and high in the standard unit, flag (CDISC LBNRIND). */
        public enum Part {
            RANGE,
            LOW,
            HIGH,
            FLAG
        }
    }

    /**
     * To which rows a value leads.
     *
     * @param form OID of a form with rows; it may be the item's own
     * @param many whether it may be several rows
     */
    public record Link(String form, boolean many) {}

    /** Names on which its value depends though no expression says so. */
    Set<String> looksAt() {
        return finding == null
                ? Set.of()
                : Stream.concat(Stream.of(ExpressionName.of(finding.of())), finding.laboratory().names().stream())
                        .collect(Collectors.toSet());
    }

    /**
     * What may be attached.
     *
     * @param kinds what a file may be, by its content
     * @param mostBytes the largest file
     */
    public record Attachment(Set<FileKind> kinds, long mostBytes) {

        /** 25 MB: a page of a scanner or some pictures, and no whole examination. */
        public static final int USUAL_MEGABYTES = 25;

        private static final long MEGABYTE = 1024L * 1024;

        public Attachment {
            kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        }

        static Attachment of(Set<FileKind> kinds, int megabytes) {
            return new Attachment(kinds, megabytes * MEGABYTE);
        }

        public long mostMegabytes() {
            return mostBytes / MEGABYTE;
        }
    }

    /** What a file is by its content, whatever its name says. */
    public enum FileKind {
        PDF("application/pdf", "pdf"),
        JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
        PNG("image/png", "png"),
        TIFF("image/tiff", "tif", "tiff"),
        DICOM("application/dicom", "dcm", "dicom", "ima"),
        TEXT("text/plain", "txt", "text", "csv", "tsv", "log", "md");

        private final String mediaType;
        private final List<String> endings;

        FileKind(String mediaType, String... endings) {
            this.mediaType = mediaType;
            this.endings = List.of(endings);
        }

        /** A name whose ending says what the file is: the same where it does, else with an ending that does. */
        public String named(String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return name.contains(".") && endings.contains(ending) ? name : name + "." + endings.get(0);
        }

        /** Its media type (RFC 6838). */
        public String mediaType() {
            return mediaType;
        }
    }

    /** A name in another vocabulary, for example {@code CDASH} and {@code BRTHDAT}. */
    public record Alias(String context, String name) {}

    /** What expressions on the same form call it. */
    public String nameInExpressions() {
        return ExpressionName.of(oid);
    }

    /** What a value of it must look like to be understood. */
    public ValueShape shape() {
        List<String> codes = codeList == null
                ? List.of()
                : codeList.items().stream()
                        .map(CodeListDefinition.CodeListItem::code)
                        .toList();
        boolean whole = significantDigits == null && scale != null && scale.whole();
        return new ValueShape(
                type,
                length,
                whole ? Integer.valueOf(0) : significantDigits,
                codes,
                scale == null ? null : scale.low(),
                scale == null ? null : scale.high());
    }

    /** Reads what somebody typed for it: a value, nothing, or a sentence that says why it was not understood. */
    public Reading read(String typed) {
        return shape().read(typed);
    }

    /** Whether a method computes the value, or a laboratory's range gives it, so that nobody types it. */
    public boolean isDerived() {
        return methodOid != null || finding != null;
    }

    /** Whether it may be hidden by a condition. */
    public boolean isConditional() {
        return conditionOid != null;
    }
}
