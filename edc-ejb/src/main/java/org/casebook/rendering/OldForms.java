package org.casebook.rendering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.odm.OdmFile;
import org.casebook.odm.OdmPart;

/**
 * Forms and their groups in ODM 1.3.2: a FormDef holds groups, a group holds items, and nothing is deeper. Items that stand on
 * a form outside any section get a group of their own, marked by an Alias so that it dissolves when the file is read here.
 */
final class OldForms {

    private final Map<String, OdmPart> groups = new LinkedHashMap<>();
    private final Set<String> forms = new LinkedHashSet<>();
    private final Map<String, OdmPart> leaves = new LinkedHashMap<>();
    private final Map<String, List<OdmPart>> runs = new HashMap<>();
    private final Markup out;
    private final Losses losses;

    OldForms(OdmPart version, Markup out, Losses losses) {
        this.out = out;
        this.losses = losses;
        OldFile.parts(version, "ItemGroupDef").forEach(group -> {
            groups.put(group.attributes().get("OID"), group);
            if ("Form".equals(group.attributes().get("Type"))) {
                forms.add(group.attributes().get("OID"));
            }
        });
        // a section that an event asks for is a form there
        OldFile.parts(version, "StudyEventDef")
                .forEach(event -> OldFile.parts(event, "ItemGroupRef")
                        .forEach(ref -> forms.add(ref.attributes().get("ItemGroupOID"))));
    }

    /** Writes a reference to a form or a group. */
    void reference(String name, String oidName, OdmPart ref) {
        Map<String, String> said = ref.attributes();
        out.open(name, oidName, said.get("ItemGroupOID"));
        out.attribute("OrderNumber", said.get("OrderNumber"))
                .attribute("Mandatory", said.get("Mandatory"))
                .attribute("CollectionExceptionConditionOID", said.get("CollectionExceptionConditionOID"))
                .close();
    }

    void write() {
        List<OdmPart> all = forms.stream().map(groups::get).toList();
        all.forEach(this::form);
        groups.forEach((oid, group) -> {
            if (!forms.contains(oid) && isLeaf(group)) {
                leaves.putIfAbsent(oid, group);
            }
        });
        leaves.forEach(this::group);
    }

    private static boolean isLeaf(OdmPart group) {
        return OldFile.parts(group, "ItemGroupRef").isEmpty();
    }

    private void form(OdmPart form) {
        Map<String, String> said = form.attributes();
        out.open("FormDef", "OID", said.get("OID"), "Name", said.get("Name"), "Repeating", repeating(form))
                .texts("Description", OldFile.texts(form.child("Description")));
        if (said.containsKey("cb:Purpose") || said.containsKey("cb:Signed")) {
            losses.add(Loss.FORM_MARKS);
        }
        List<Entry> entries = new ArrayList<>();
        help(form, entries);
        collect(form, null, said.get("OID"), entries);
        int order = 0;
        for (Entry entry : entries) {
            out.open("ItemGroupRef", "ItemGroupOID", entry.group(), "OrderNumber", String.valueOf(++order));
            out.attribute("Mandatory", entry.mandatory())
                    .attribute("CollectionExceptionConditionOID", entry.condition())
                    .close();
        }
        OldFile.aliases(out, form);
        out.close();
    }

    private record Entry(String group, String mandatory, String condition) {}

    /** Help becomes the Description of a group without items, which reading takes as help of the form. */
    private void help(OdmPart form, List<Entry> entries) {
        Map<String, String> help = new LinkedHashMap<>();
        OldFile.parts(form, "cb:Help")
                .forEach(text -> help.put(text.attributes().get("xml:lang"), text.text()));
        if (!help.isEmpty()) {
            String oid = free(form.attributes().get("OID") + ".HELP");
            List<OdmPart> texts = new ArrayList<>();
            help.forEach((language, text) ->
                    texts.add(new OdmPart("TranslatedText", Map.of("xml:lang", language), List.of(), text)));
            OdmPart description = new OdmPart("Description", Map.of(), texts, "");
            leaves.put(oid, new OdmPart("ItemGroupDef", named(oid, "Help"), List.of(description), ""));
            entries.add(new Entry(oid, "No", null));
        }
    }

    private static Map<String, String> named(String oid, String name) {
        return Map.of("OID", oid, "Name", name, "Repeating", "No");
    }

    private String free(String wanted) {
        String oid = wanted;
        for (int again = 2; groups.containsKey(oid) || leaves.containsKey(oid); again++) {
            oid = wanted + again;
        }
        return oid;
    }

    /** The groups of a form or group, in order; loose items in groups of their own. */
    private void collect(OdmPart holder, String condition, String formOid, List<Entry> entries) {
        List<OdmPart> loose = new ArrayList<>();
        for (OdmPart child : holder.children()) {
            if (child.name().equals("ItemRef")) {
                loose.add(child);
            } else if (child.name().equals("ItemGroupRef")) {
                flush(loose, condition, formOid, entries);
                nested(child, condition, formOid, entries);
            }
        }
        flush(loose, condition, formOid, entries);
    }

    private void nested(OdmPart ref, String around, String formOid, List<Entry> entries) {
        OdmPart group = groups.get(ref.attributes().get("ItemGroupOID"));
        String own = ref.attributes().get("CollectionExceptionConditionOID");
        if (around != null && own != null) {
            losses.add(Loss.NESTING);
        }
        String condition = own == null ? around : own;
        if (isLeaf(group)) {
            entries.add(new Entry(leaf(group), ref.attributes().get("Mandatory"), condition));
        } else {
            losses.add(Loss.NESTING);
            collect(group, condition, formOid, entries);
        }
    }

    /** The OID under which a group is written: an OID is given once in ODM 1.3, to a form or to a group. */
    private String leaf(OdmPart group) {
        String oid = group.attributes().get("OID");
        if (!forms.contains(oid)) {
            leaves.putIfAbsent(oid, group);
            return oid;
        }
        losses.add(Loss.SHARED_GROUPS);
        String other = free(oid + ".GROUP");
        leaves.put(other, group);
        return other;
    }

    private void flush(List<OdmPart> loose, String condition, String formOid, List<Entry> entries) {
        if (loose.isEmpty()) {
            return;
        }
        String oid = free(formOid + ".ITEMS");
        runs.put(oid, List.copyOf(loose));
        leaves.put(oid, new OdmPart("ItemGroupDef", named(oid, "Items"), List.copyOf(loose), ""));
        entries.add(new Entry(oid, "Yes", condition));
        loose.clear();
    }

    private static String repeating(OdmPart group) {
        return "No".equals(group.attributes().getOrDefault("Repeating", "No")) ? "No" : "Yes";
    }

    private void group(String oid, OdmPart group) {
        Map<String, String> said = group.attributes();
        out.open("ItemGroupDef", "OID", oid, "Name", said.get("Name"), "Repeating", repeating(group));
        String dataset = said.get("DatasetName");
        out.attribute(
                        "SASDatasetName",
                        dataset != null && dataset.matches("[A-Za-z_][A-Za-z0-9_]{0,7}") ? dataset : null)
                .attribute("Domain", said.get("Domain"))
                .attribute("Purpose", said.get("Purpose"))
                .texts("Description", OldFile.texts(group.child("Description")));
        int order = 0;
        for (OdmPart ref : OldFile.parts(group, "ItemRef")) {
            item(ref, ++order);
        }
        if (!OldFile.parts(group, "cb:Help").isEmpty()) {
            losses.add(Loss.SECTION_HELP);
        }
        OldFile.aliases(out, group);
        if (runs.containsKey(oid)) {
            out.empty("Alias", "Context", OdmFile.OWN, "Name", OldFile.NO_SECTION);
        }
        out.close();
    }

    private void item(OdmPart ref, int order) {
        Map<String, String> said = ref.attributes();
        out.open("ItemRef", "ItemOID", said.get("ItemOID"), "OrderNumber", String.valueOf(order));
        for (String name :
                List.of("Mandatory", "KeySequence", "MethodOID", "Role", "CollectionExceptionConditionOID")) {
            out.attribute(name, said.get(name));
        }
        if (said.keySet().stream().anyMatch(name -> name.startsWith("cb:"))) {
            losses.add(Loss.ITEM_MARKS);
        }
        out.close();
    }
}
