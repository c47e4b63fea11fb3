package org.casebook.dialect;

import java.util.List;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmFile;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/** Items: what is asked, of which type, in which unit, within which limits. */
final class ItemTranslation {

    private final OldVersion version;
    private final Remarks remarks;
    private final CheckTranslation checks;

    ItemTranslation(OldVersion version, Remarks remarks, Formulas formulas) {
        this.version = version;
        this.remarks = remarks;
        this.checks = new CheckTranslation(version, remarks, formulas);
    }

    OdmElement item(OdmElement item) {
        if (!version.isUsed(item.oid())) {
            remarks.add(Remark.Kind.KEPT, item, "The item stands on no form, so that nobody can enter it.");
        }
        OdmDraft draft = new OdmDraft("ItemDef", item)
                .copy(item, "OID", "Name", "DataType")
                .set("Length", number(item, "Length", 4))
                .set("cb:SignificantDigits", number(item, "SignificantDigits", 1))
                .set("cb:UnitOID", unit(item))
                .texts("Description", Texts.of(item, "Description"))
                .texts("Question", Texts.of(item, "Question"));
        checks.of(item).forEach(draft::add);
        item.child("CodeListRef").ifPresent(ref -> codeList(ref, draft));
        for (OdmElement alias : item.children("Alias")) {
            if (OdmFile.OWN.equals(alias.get("Context"))) {
                draft.set("cb:MultiSelect", alias.get("Name").equals("several codes") ? "Yes" : null);
            } else {
                draft.add(Translation.alias(alias));
            }
        }
        alias(draft, item, "SAS", "SASFieldName");
        alias(draft, item, "SDS", "SDSVarName");
        return draft.done();
    }

    private static void alias(OdmDraft draft, OdmElement item, String context, String attribute) {
        item.find(attribute)
                .filter(name -> !name.isBlank())
                .ifPresent(name -> draft.add(
                        new OdmDraft("Alias", item).set("Context", context).set("Name", name)));
    }

    private String number(OdmElement item, String attribute, int digits) {
        String text = item.get(attribute);
        if (text == null || text.matches("\\d{1," + digits + "}")) {
            return text;
        }
        Translation.stripped(
                remarks,
                item,
                "Its %s “%s” is no whole number of at most %d digits and was left out.",
                attribute,
                text,
                digits);
        return null;
    }

    private String unit(OdmElement item) {
        List<OdmElement> refs = OldVersion.refs(item, "MeasurementUnitRef");
        refs.stream()
                .skip(1)
                .forEach(more -> Translation.stripped(
                        remarks, more, "An item is entered in one unit here, its first; %s was left out.", more.oid()));
        return refs.isEmpty() ? null : refs.get(0).get("MeasurementUnitOID");
    }

    private void codeList(OdmElement ref, OdmDraft draft) {
        OdmElement list = version.find("CodeList", ref.oid()).orElse(null);
        if (list == null) {
            Repair.ABSENT_CODE_LIST.tell(
                    remarks, ref, "The list %s is not in the file; the item is entered as text.", ref.oid());
        } else if (ListTranslation.isExternal(list)) {
            OdmElement dictionary = list.child("ExternalCodeList").orElseThrow();
            remarks.add(
                    Remark.Kind.KEPT,
                    ref,
                    "Its codes are those of the dictionary %s %s, which is not in the file; it is entered as text.",
                    dictionary.find("Dictionary").orElse(list.oid()),
                    dictionary.find("Version").orElse(""));
        } else {
            draft.add(new OdmDraft("CodeListRef", ref).copy(ref, "CodeListOID"));
        }
    }
}
