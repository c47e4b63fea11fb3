package org.casebook.duplicate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.casebook.capture.FormState;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Role;
import org.casebook.definition.StudyDefinition;

/** What the study file says tells a person, and what the forms of one participant say of it. */
record PersonTraits(StudyDefinition study) {

    /**
     * All traits as one text, the same for the same person however it was typed; empty while one of them is missing, and where
     * the study has none by which persons could be told apart: sex alone is none.
     *
     * @param forms of one participant, oldest first
     */
    Optional<String> of(List<FormState> forms) {
        Map<String, String> told = new TreeMap<>();
        boolean asked = false;
        for (FormDefinition form : study.forms().values()) {
            for (ItemDefinition item : form.items()) {
                if (item.role().tellsPerson() && !form.log()) {
                    asked |= item.role() != Role.SEX;
                    told.merge(item.oid(), value(forms, form, item), (first, again) -> first.isEmpty() ? again : first);
                }
            }
        }
        boolean whole = asked && told.values().stream().noneMatch(String::isEmpty);
        return whole ? Optional.of(told.toString()) : Optional.empty();
    }

    private static String value(List<FormState> forms, FormDefinition form, ItemDefinition item) {
        return forms.stream()
                .filter(one -> one.form().equals(form.oid()) && one.state() != FormState.State.VOID)
                .map(one -> one.item(item.oid()).countingValue(item))
                .filter(Objects::nonNull)
                .findFirst()
                .map(value -> item.role() == Role.IDENTIFIER ? lettersOf(value) : value)
                .orElse("");
    }

    /** {@code Å. b-c} reads {@code ABC}. */
    private static String lettersOf(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
