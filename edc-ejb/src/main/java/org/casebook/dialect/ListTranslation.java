package org.casebook.dialect;

import java.util.Map;
import java.util.Optional;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remarks;

/** Code lists and units. */
final class ListTranslation {

    private final Remarks remarks;

    ListTranslation(Remarks remarks) {
        this.remarks = remarks;
    }

    /** The list; empty when its codes are those of a dictionary outside the file. */
    Optional<OdmElement> list(OdmElement list) {
        if (isExternal(list)) {
            return Optional.empty();
        }
        boolean yesNo = list.get("DataType").equals("boolean");
        if (yesNo) {
            Repair.BOOLEAN_CODE_LIST.tell(
                    remarks, list, "Its DataType is boolean, which ODM does not permit; it was read as text.");
        }
        OdmDraft draft = new OdmDraft("CodeList", list)
                .copy(list, "OID", "Name")
                .set("DataType", yesNo ? "text" : type(list.get("DataType")))
                .texts("Description", Texts.of(list, "Description"));
        for (OdmElement item : list.children()) {
            if (item.name().equals("CodeListItem") || item.name().equals("EnumeratedItem")) {
                draft.add(item(item));
            }
        }
        return Optional.of(draft.done());
    }

    static boolean isExternal(OdmElement list) {
        return list.child("ExternalCodeList").isPresent();
    }

    private static OdmDraft item(OdmElement item) {
        OdmDraft draft = new OdmDraft("CodeListItem", item)
                .copy(item, "CodedValue", "OrderNumber", "Rank")
                .texts("Decode", Texts.of(item, "Decode"));
        item.children("Alias").forEach(alias -> draft.add(Translation.alias(alias)));
        return draft;
    }

    OdmElement unit(OdmElement unit) {
        Map<String, String> symbols = Texts.of(unit, "Symbol");
        if (symbols.isEmpty()) {
            Repair.ABSENT_SYMBOL.tell(remarks, unit, "It has no Symbol; its Name is shown.");
        }
        String shown = symbols.isEmpty()
                ? unit.get("Name")
                : symbols.getOrDefault("en", symbols.values().iterator().next());
        symbols.forEach((language, symbol) -> {
            if (!symbol.equals(shown)) {
                Translation.stripped(
                        remarks, unit, "A unit has one symbol, “%s”; “%s” (%s) was left out.", shown, symbol, language);
            }
        });
        return new OdmDraft("cb:Unit", unit)
                .copy(unit, "OID", "Name")
                .set("Symbol", shown)
                .done();
    }

    /** ODM 2.0 calls decimal what 1.3 called float. */
    private static String type(String old) {
        return old.equals("float") ? "decimal" : old;
    }
}
