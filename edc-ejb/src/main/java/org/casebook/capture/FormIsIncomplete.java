package org.casebook.capture;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** The form cannot be completed: mandatory items are shown, empty, and without a reason for it. */
public class FormIsIncomplete extends Refusal {

    private static final long serialVersionUID = 1L;

    private final List<String> missing;

    /**
     * @param items in the form's order; at least one
     * @param question what an item asks
     */
    FormIsIncomplete(List<ItemDefinition> items, Function<ItemDefinition, String> question) {
        super(
                Kind.INVALID,
                Sentence.of(
                        "capture", "incomplete", items.stream().map(question).collect(Collectors.joining("; "))));
        this.missing = items.stream().map(ItemDefinition::oid).toList();
    }

    public List<String> missing() {
        return missing;
    }
}
