package org.casebook.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Change;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Language;

/**
 * What one change made of a document: the facts to tell and the items that look different.
 *
 * @param form the form after the change
 * @param reason why, told with what was typed; null where none was due
 */
record Difference(FormDefinition definition, FormDocument before, CaseForm form, String reason) {

    /** One fact for each item whose entry changed, and for each check that began or ceased to stand. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (ItemDefinition item : definition.items()) {
            ItemState was = before.item(item.oid());
            ItemState is = form.document().item(item.oid());
            Change.Place place = form.place(item.oid());
            if (!was.sameEntry(is)) {
                facts.add(changed(item, was, is));
            }
            is.checks().stream()
                    .filter(check -> !was.checks().contains(check))
                    .forEach(check -> facts.add(fired(item, is, check)));
            was.checks().stream()
                    .filter(check -> !is.checks().contains(check))
                    .forEach(check -> facts.add(
                            new CheckCleared(form.scope(), form.seat().subject(), place, check, answered(is))));
        }
        return facts;
    }

    /** Why checks no longer ask although they are not satisfied; null when they are. */
    private String answered(ItemState is) {
        if (form.leftBlank() != null) {
            return "The form was left blank: " + form.leftBlank().words() + ".";
        }
        return is.leftBlank() == null
                ? null
                : "The item was left blank: "
                        + Entry.LeftBlank.of(is.leftBlank()).words() + ".";
    }

    /**
     * The items, as {@code EVENT/FORM/ITEM}, whose value reads or counts otherwise than before; and {@code EVENT/FORM/} when
     * the form has its first value, or has none any more.
     */
    Set<String> valuesChanged() {
        Set<String> changed = definition.items().stream()
                .filter(item -> !Objects.equals(before.item(item.oid()).countingValue(item), form.countingValue(item)))
                .map(this::nameOf)
                .collect(Collectors.toSet());
        if (before.isFilled(definition) != form.isFilled(definition)) {
            changed.add(Entanglements.filling(form.seat().event(), definition.oid()));
        }
        return changed;
    }

    /** By this name other forms look at the item. */
    String nameOf(ItemDefinition item) {
        return Entanglements.name(form.seat().event(), definition.oid(), item.oid());
    }

    /** The items that look different, in the form's order. */
    List<ItemDefinition> items() {
        return definition.items().stream()
                .filter(item -> !before.item(item.oid()).equals(form.document().item(item.oid())))
                .toList();
    }

    private ItemChanged changed(ItemDefinition item, ItemState was, ItemState is) {
        String why = item.isDerived() ? null : reason;
        return new ItemChanged(
                form.scope(),
                form.seat().subject(),
                form.place(item.oid()),
                was,
                is,
                why,
                is.revision(),
                item.isDerived());
    }

    private CheckFired fired(ItemDefinition item, ItemState is, String check) {
        // a query keeps the words, whoever's entry opened it
        CaseFormView.Message told =
                Language.ENGLISH.saying(() -> CaseFormView.Message.of(item, is, check, Language.ENGLISH.tag(), null));
        return new CheckFired(
                form.scope(), form.seat().subject(), form.place(item.oid()), check, told.hard(), told.text());
    }
}
