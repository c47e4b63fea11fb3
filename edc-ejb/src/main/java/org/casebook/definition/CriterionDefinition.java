package org.casebook.definition;

/**
 * One eligibility criterion (ODM {@code Criterion} with its condition).
 *
 * @param inclusion true: must be met; false: must not be met
 * @param number what people call it, for example {@code I5} or {@code E1}
 * @param text the criterion in words
 * @param conditionOid the condition that tells whether the criterion's statement is true of the participant: true is
 *     wanted for inclusion, false for exclusion, unknown means not yet
 */
public record CriterionDefinition(
        String oid, boolean inclusion, String number, TranslatedText text, String conditionOid) {}
