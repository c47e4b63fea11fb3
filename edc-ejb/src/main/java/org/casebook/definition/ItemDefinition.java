package org.casebook.definition;

import java.math.BigDecimal;
import java.util.List;
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
        END_STATUS
    }

    /** The ends of a visual analogue scale and what stands beside them. */
    public record Scale(BigDecimal low, BigDecimal high, TranslatedText lowLabel, TranslatedText highLabel) {}

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
        return new ValueShape(
                type,
                length,
                significantDigits,
                codes,
                scale == null ? null : scale.low(),
                scale == null ? null : scale.high());
    }

    /** Reads what somebody typed for it: a value, nothing, or a sentence that says why it was not understood. */
    public Reading read(String typed) {
        return shape().read(typed);
    }

    /** Whether a method computes the value, so that nobody types it. */
    public boolean isDerived() {
        return methodOid != null;
    }

    /** Whether it may be hidden by a condition. */
    public boolean isConditional() {
        return conditionOid != null;
    }
}
