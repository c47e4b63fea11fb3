package org.casebook.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.odm.OdmElement;
import org.casebook.rules.ExpressionName;

/**
 * What the paths of a formula mean where it is used: {@code ITEM}, {@code GROUP-ITEM}, {@code FORM-GROUP-ITEM} or {@code
 * EVENT-FORM-GROUP-ITEM}. An item of the same form goes by its own name, one of another form by form, or event and form.
 */
final class ItemNames implements Function<String, Term> {

    private static final Map<String, Term.Kind> KINDS = Map.ofEntries(
            Map.entry("integer", Term.Kind.NUMBER),
            Map.entry("float", Term.Kind.NUMBER),
            Map.entry("double", Term.Kind.NUMBER),
            Map.entry("text", Term.Kind.TEXT),
            Map.entry("string", Term.Kind.TEXT),
            Map.entry("boolean", Term.Kind.YES_NO),
            Map.entry("date", Term.Kind.DATE),
            Map.entry("partialDate", Term.Kind.DATE),
            Map.entry("incompleteDate", Term.Kind.DATE));

    private final OldVersion version;
    private final Set<OdmElement> forms;

    /**
     * @param forms the forms on which the formula is used; empty when it is used for whole forms and events
     */
    ItemNames(OldVersion version, Set<OdmElement> forms) {
        this.version = version;
        this.forms = forms;
    }

    @Override
    public Term apply(String path) {
        Term whole = item(path, List.of());
        if (whole != null) {
            return whole;
        }
        for (int hyphen = path.lastIndexOf('-'); hyphen > 0; hyphen = path.lastIndexOf('-', hyphen - 1)) {
            Term found = item(
                    path.substring(hyphen + 1),
                    Arrays.asList(path.substring(0, hyphen).split("-")));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The item with this OID below these places, the innermost last; null when that is not one item. */
    private Term item(String oid, List<String> places) {
        OdmElement item = version.find("ItemDef", oid).orElse(null);
        if (item == null || places.size() > 3) {
            return null;
        }
        boolean inGroup = places.isEmpty()
                || version.find("ItemGroupDef", places.get(places.size() - 1))
                        .filter(group -> version.holds(group, oid))
                        .isPresent();
        List<OdmElement> on = version.formsWithItem(oid).stream()
                .filter(form -> places.size() < 2 || form.oid().equals(places.get(places.size() - 2)))
                .toList();
        if (!inGroup || on.isEmpty()) {
            return null;
        }
        String event = places.size() == 3 ? places.get(0) : null;
        String name = event == null && !forms.isEmpty() && on.containsAll(forms) ? "" : path(on, event);
        return name == null ? null : term(item, name + ExpressionName.of(oid));
    }

    /** {@code FORM.} or {@code EVENT.FORM.}; null when that is not one form at one visit. */
    private String path(List<OdmElement> on, String event) {
        if (on.size() != 1 || on.get(0).isYes("Repeating")) {
            return null;
        }
        OdmElement form = on.get(0);
        Set<OdmElement> visits = version.eventsWith(form);
        if (visits.stream().anyMatch(visit -> visit.isYes("Repeating"))) {
            return null;
        }
        if (event == null) {
            return visits.size() == 1 ? ExpressionName.of(form.oid()) + "." : null;
        }
        return visits.stream().anyMatch(visit -> visit.oid().equals(event))
                ? ExpressionName.of(event) + "." + ExpressionName.of(form.oid()) + "."
                : null;
    }

    /** What an item of this definition yields, under this name. */
    Term term(OdmElement item, String name) {
        OdmElement list = item.child("CodeListRef")
                .flatMap(ref -> version.find("CodeList", ref.get("CodeListOID")))
                .filter(found -> !ListTranslation.isExternal(found))
                .orElse(null);
        if (list != null) {
            Set<String> codes = list.children().stream()
                    .flatMap(code -> code.find("CodedValue").stream())
                    .collect(Collectors.toUnmodifiableSet());
            return new Term(name, Term.Kind.CHOICE, codes, Term.WHOLE, false);
        }
        boolean external = item.child("CodeListRef").isPresent();
        return Term.of(
                name,
                external ? Term.Kind.TEXT : KINDS.getOrDefault(item.get("DataType"), Term.Kind.OTHER),
                Term.WHOLE);
    }
}
