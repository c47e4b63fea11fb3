package org.casebook.rendering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.odm.OdmFile;
import org.casebook.odm.OdmPart;

/**
 * A definition as one file of ODM 1.3.2, for systems that read no later version. It is valid against CDISC's schema as it
 * stands; what it cannot say is left out and told.
 *
 * @param content the file, UTF-8
 * @param losses what was left out, with how often; empty when reading the file gives an equal definition
 */
public record OldFile(byte[] content, Map<Loss, Integer> losses) {

    /** Names of Aliases in our namespace's name: by them a group says that it is no section, an item that several codes are chosen. */
    static final String NO_SECTION = "no section";

    static final String SEVERAL = "several codes";

    private static final String NAMES_OF_CHECKS = ".RC";
    private static final String PLAIN = "text/plain";

    /**
     * Writes a definition.
     *
     * @throws Invalid when the definition did not come from a file
     */
    public static OldFile of(StudyDefinition study) {
        if (study.source().isNone()) {
            throw new Invalid(Sentence.of("rendering", "notFromFile", study.oid()));
        }
        return new Writing(study).file();
    }

    /** What is left out, one sentence for each kind, in the reader's language. */
    public List<String> sentences() {
        return losses.keySet().stream().map(Loss::shown).toList();
    }

    /** The plain texts in a part, by language; ODM 1.3.2 has one text of a language. */
    static Map<String, String> texts(OdmPart part) {
        Map<String, String> texts = new LinkedHashMap<>();
        part.children().stream()
                .filter(text -> text.name().equals("TranslatedText") && isPlain(text))
                .forEach(text -> texts.put(text.attributes().getOrDefault("xml:lang", "en"), text.text()));
        return texts;
    }

    /** Whether a text is of the type that is written; others are kept for others. */
    static boolean isPlain(OdmPart text) {
        return PLAIN.equals(text.attributes().getOrDefault("Type", PLAIN));
    }

    static List<OdmPart> parts(OdmPart parent, String name) {
        return parent.children().stream()
                .filter(part -> part.name().equals(name))
                .toList();
    }

    static void aliases(Markup out, OdmPart part) {
        parts(part, "Alias")
                .forEach(alias -> out.empty(
                        "Alias",
                        "Context",
                        alias.attributes().get("Context"),
                        "Name",
                        alias.attributes().get("Name")));
    }

    /** Writes the file and counts what is left out. */
    private static final class Writing {

        private final StudyDefinition study;
        private final OdmPart root;
        private final OdmPart version;
        private final Markup out = new Markup();
        private final Losses losses = new Losses();

        Writing(StudyDefinition study) {
            this.study = study;
            this.root = study.source();
            this.version = root.child("Study").child("MetaDataVersion");
        }

        OldFile file() {
            Map<String, String> head = root.attributes();
            out.open("ODM", "xmlns", OdmFile.ODM_1_3, "FileType", "Snapshot", "FileOID", head.get("FileOID"));
            out.attribute("CreationDateTime", head.get("CreationDateTime")).attribute("ODMVersion", "1.3.2");
            for (String name : List.of(
                    "Granularity",
                    "PriorFileOID",
                    "AsOfDateTime",
                    "Originator",
                    "SourceSystem",
                    "SourceSystemVersion")) {
                out.attribute(name, head.get(name));
            }
            out.attribute("Description", english(root.child("Description")));
            out.open("Study", "OID", study.oid());
            globals();
            units();
            version();
            out.close().close();
            losses.count(root);
            return new OldFile(out.bytes(), losses.counted());
        }

        private void globals() {
            OdmPart part = root.child("Study");
            String description = english(part.child("Description"));
            out.open("GlobalVariables")
                    .leaf("StudyName", study.name())
                    .leaf("StudyDescription", description == null ? "" : description)
                    .leaf("ProtocolName", part.attributes().get("ProtocolName"))
                    .close();
        }

        /** The text of a description in English, null without one; those in other languages are told as lost. */
        private String english(OdmPart description) {
            Map<String, String> texts = texts(description);
            if (texts.keySet().stream().anyMatch(language -> !language.equals("en"))) {
                losses.add(Loss.DESCRIPTION_LANGUAGES);
            }
            return texts.get("en");
        }

        private void units() {
            List<OdmPart> units = parts(version, "cb:Unit");
            if (units.isEmpty()) {
                return;
            }
            out.open("BasicDefinitions");
            for (OdmPart unit : units) {
                Map<String, String> said = unit.attributes();
                out.open("MeasurementUnit", "OID", said.get("OID"), "Name", said.get("Name"))
                        .texts("Symbol", Map.of("en", said.get("Symbol")))
                        .close();
                boolean standard =
                        said.getOrDefault("Standard", said.get("OID")).equals(said.get("OID"));
                if (!standard || said.containsKey("Factor") || said.containsKey("Offset")) {
                    losses.add(Loss.UNIT_CONVERSION);
                }
            }
            out.close();
        }

        private void version() {
            out.open("MetaDataVersion", "OID", study.versionOid(), "Name", study.versionName());
            protocol();
            OldForms forms = new OldForms(version, out, losses);
            study.events().forEach(event -> event(event, forms));
            forms.write();
            OldItems items = new OldItems(out, losses);
            parts(version, "ItemDef").forEach(items::item);
            parts(version, "CodeList").forEach(items::list);
            parts(version, "ConditionDef").forEach(condition -> items.formula(condition, null));
            parts(version, "MethodDef")
                    .forEach(method -> items.formula(method, method.attributes().getOrDefault("Type", "Computation")));
            out.close();
        }

        private void protocol() {
            OdmPart protocol = version.child("Protocol");
            out.open("Protocol").texts("Description", texts(protocol.child("Description")));
            int order = 0;
            for (EventDefinition event : study.events()) {
                out.empty(
                        "StudyEventRef",
                        "StudyEventOID",
                        event.oid(),
                        "OrderNumber",
                        String.valueOf(++order),
                        "Mandatory",
                        event.isScheduled() ? "Yes" : "No");
            }
            aliases(out, protocol);
            out.close();
        }

        private void event(EventDefinition event, OldForms forms) {
            OdmPart part = parts(version, "StudyEventDef").stream()
                    .filter(one -> one.attributes().get("OID").equals(event.oid()))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> said = part.attributes();
            out.open("StudyEventDef", "OID", event.oid(), "Name", said.get("Name"));
            if (event.isScheduled() && !"No".equals(said.get("Repeating"))) {
                losses.add(Loss.REPETITION);
            }
            out.attribute("Repeating", event.isScheduled() ? "No" : said.get("Repeating"))
                    .attribute("Type", said.get("Type"))
                    .attribute("Category", said.get("Category"))
                    .texts("Description", texts(part.child("Description")));
            parts(part, "ItemGroupRef").forEach(ref -> forms.reference("FormRef", "FormOID", ref));
            aliases(out, part);
            out.close();
        }
    }

    /** The name that a check goes by when it has none. */
    static String nameOfCheck(String itemOid, int place) {
        return itemOid + NAMES_OF_CHECKS + place;
    }
}
