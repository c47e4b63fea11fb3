package org.casebook.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmFile;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/** Forms and the groups on them: FormDefs become ItemGroupDefs of type Form, ItemGroupDefs become sections. */
final class FormTranslation {

    private final OldVersion version;
    private final Remarks remarks;

    FormTranslation(OldVersion version, Remarks remarks) {
        this.version = version;
        this.remarks = remarks;
    }

    List<OdmElement> forms() {
        List<OdmElement> forms = new ArrayList<>();
        version.all("FormDef").forEach(form -> forms.add(form(form)));
        return forms;
    }

    private OdmElement form(OdmElement form) {
        if (version.eventsWith(form).isEmpty() && !version.all("StudyEventDef").isEmpty()) {
            remarks.add(Remark.Kind.KEPT, form, "The form stands at no event, so that nobody can fill it.");
        }
        OdmDraft draft = new OdmDraft("ItemGroupDef", form)
                .copy(form, "OID", "Name")
                .set("Type", "Form")
                .set("Repeating", repeating(form))
                .texts("Description", Texts.of(form, "Description"));
        Map<String, String> help = new LinkedHashMap<>();
        int order = 0;
        for (OdmElement ref : OldVersion.refs(form, "ItemGroupRef")) {
            OdmElement group =
                    version.find("ItemGroupDef", ref.get("ItemGroupOID")).orElse(null);
            if (group != null && isNoSection(group)) {
                for (OdmElement item : refs(group)) {
                    draft.add(OdmDraft.amend(item).set("OrderNumber", String.valueOf(++order)));
                }
            } else if (group != null && isEmpty(group)) {
                Texts.of(group, "Description")
                        .forEach((language, text) -> help.merge(language, text, (one, other) -> one + "\n\n" + other));
            } else {
                draft.add(new OdmDraft("ItemGroupRef", ref)
                        .copy(ref, "ItemGroupOID", "Mandatory", "CollectionExceptionConditionOID")
                        .set("OrderNumber", String.valueOf(++order)));
            }
        }
        form.children("Alias").forEach(alias -> draft.add(Translation.alias(alias)));
        help.forEach((language, text) -> draft.add(
                new OdmDraft("cb:Help", form).set("xml:lang", language).text(text)));
        return draft.done();
    }

    private static String repeating(OdmElement definition) {
        return definition.isYes("Repeating") ? "Simple" : "No";
    }

    /** Whether this system wrote the group around items that stand on a form outside any section. */
    private static boolean isNoSection(OdmElement group) {
        return group.children("Alias").stream()
                .anyMatch(alias -> OdmFile.OWN.equals(alias.get("Context")) && "no section".equals(alias.get("Name")));
    }

    private static boolean isEmpty(OdmElement group) {
        return OldVersion.refs(group, "ItemRef").isEmpty();
    }

    List<OdmElement> sections() {
        List<OdmElement> sections = new ArrayList<>();
        for (OdmElement group : version.all("ItemGroupDef")) {
            if (isEmpty(group)) {
                Repair.EMPTY_GROUP.tell(
                        remarks, group, "It has no items; its Description is shown as help of the forms it stands on.");
            } else if (!isNoSection(group)) {
                sections.add(section(group));
            }
        }
        return sections;
    }

    private OdmElement section(OdmElement group) {
        OdmDraft draft = new OdmDraft("ItemGroupDef", group)
                .copy(group, "OID", "Name", "Domain", "Purpose")
                .set("DatasetName", group.get("SASDatasetName"))
                .set("Type", "Section")
                .set("Repeating", repeating(group))
                .texts("Description", Texts.of(group, "Description"));
        refs(group).forEach(draft::add);
        group.children("Alias").forEach(alias -> draft.add(Translation.alias(alias)));
        return draft.done();
    }

    private static List<OdmElement> refs(OdmElement group) {
        List<OdmElement> refs = new ArrayList<>();
        for (OdmElement ref : OldVersion.refs(group, "ItemRef")) {
            refs.add(new OdmDraft("ItemRef", ref)
                    .copy(ref, "ItemOID", "OrderNumber", "Mandatory", "KeySequence", "Role", "MethodOID")
                    .copy(ref, "CollectionExceptionConditionOID")
                    .done());
        }
        return refs;
    }
}
