package org.casebook.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/**
 * The conditions and methods of a version: those whose meaning is certain run, as expressions in CEL; the others are kept as
 * text and decide nothing, so that items are shown and typed.
 */
final class Formulas {

    private static final String CEL = "cel";

    private final OldVersion version;
    private final Remarks remarks;
    private final Map<String, String> conditions = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();

    Formulas(OldVersion version, Remarks remarks) {
        this.version = version;
        this.remarks = remarks;
        version.all("ConditionDef")
                .forEach(condition -> condition(condition).ifPresent(cel -> conditions.put(condition.oid(), cel)));
        version.all("MethodDef").forEach(method -> method(method).ifPresent(cel -> methods.put(method.oid(), cel)));
    }

    private Optional<String> condition(OdmElement condition) {
        Set<OdmElement> forms = version.formsUsing("CollectionExceptionConditionOID", condition.oid());
        boolean above = version.isUsedAbove(condition.oid());
        if (above && !forms.isEmpty()) {
            return cel(condition).or(() -> kept(condition, "it decides about items and about whole forms"));
        }
        return translated(condition, new ItemNames(version, forms), Term.Kind.YES_NO);
    }

    private Optional<String> method(OdmElement method) {
        Set<OdmElement> forms = version.formsUsing("MethodOID", method.oid());
        ItemNames names = new ItemNames(version, forms);
        List<Term.Kind> results = version.refsUsing(method.oid()).stream()
                .flatMap(ref -> version.find("ItemDef", ref.get("ItemOID")).stream())
                .map(item -> names.term(item, item.oid()).kind())
                .distinct()
                .toList();
        if (results.size() > 1) {
            return cel(method).or(() -> kept(method, "it computes items of different types"));
        }
        return translated(method, names, results.isEmpty() ? Term.Kind.NUMBER : results.get(0));
    }

    private Optional<String> translated(OdmElement definition, ItemNames names, Term.Kind wanted) {
        List<OdmElement> written = definition.children("FormalExpression");
        if (written.isEmpty()) {
            return kept(definition, "it is told in words only");
        }
        Optional<String> cel = cel(definition);
        if (cel.isPresent()) {
            return cel;
        }
        NotCertain last = null;
        for (OdmElement expression : written) {
            try {
                return Optional.of(read(expression, names, wanted));
            } catch (NotCertain unclear) {
                last = unclear;
            }
        }
        return kept(definition, last.getMessage());
    }

    private static String read(OdmElement expression, ItemNames names, Term.Kind wanted) {
        Term term = Formula.read(expression.text(), names);
        if (term.kind() != wanted || term.literal()) {
            throw new NotCertain("it does not yield what is needed there");
        }
        return term.cel();
    }

    private static Optional<String> cel(OdmElement definition) {
        return definition.children("FormalExpression").stream()
                .filter(expression -> CEL.equals(expression.get("Context")))
                .map(OdmElement::text)
                .findFirst();
    }

    private Optional<String> kept(OdmElement definition, String why) {
        String text = definition
                .child("FormalExpression")
                .map(OdmElement::text)
                .orElse(definition.title().values().iterator().next());
        remarks.add(
                Remark.Kind.KEPT,
                definition,
                "“%s” was not translated, since %s; it is kept as text and does not run.",
                Texts.shortened(text),
                why);
        return Optional.empty();
    }

    /**
     * What a check that is written as a formula expects; empty when it is kept as text.
     *
     * @param check the RangeCheck
     */
    Optional<String> check(OdmElement item, OdmElement check) {
        Optional<String> cel = cel(check);
        Set<OdmElement> forms = version.formsWithItem(item.oid());
        return cel.isPresent() ? cel : translated(check, new ItemNames(version, forms), Term.Kind.YES_NO);
    }

    List<OdmElement> conditions() {
        return definitions("ConditionDef", conditions);
    }

    List<OdmElement> methods() {
        return definitions("MethodDef", methods);
    }

    /** All of them, with their formulas as they stand, and in CEL where they run. */
    private List<OdmElement> definitions(String kind, Map<String, String> running) {
        List<OdmElement> made = new ArrayList<>();
        for (OdmElement old : version.all(kind)) {
            OdmDraft draft = new OdmDraft(kind, old)
                    .copy(old, "OID", "Name", "Type")
                    .texts("Description", Texts.of(old, "Description"));
            old.children("FormalExpression").forEach(expression -> draft.add(asItStands(expression)));
            if (cel(old).isEmpty() && running.containsKey(old.oid())) {
                draft.add(expression(old.line(), running.get(old.oid())));
            }
            made.add(draft.done());
        }
        return made;
    }

    static OdmDraft asItStands(OdmElement expression) {
        return new OdmDraft("FormalExpression", expression)
                .copy(expression, "Context")
                .add(new OdmDraft("Code", expression).text(expression.text()));
    }

    static OdmDraft expression(int line, String cel) {
        return new OdmDraft("FormalExpression", line).set("Context", CEL).add(new OdmDraft("Code", line).text(cel));
    }
}
