package org.casebook.transfer;

import static org.casebook.transfer.ClinicalElements.level;
import static org.casebook.transfer.ClinicalElements.needed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.casebook.kernel.Invalid;
import org.casebook.odm.OdmStream;
import org.casebook.odm.OdmStream.Listener;
import org.casebook.transfer.SourceSubject.Content;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;
import org.casebook.transfer.SourceSubject.Oddity;
import org.xml.sax.Attributes;

/**
 * Reads clinical data of ODM 1.3 (forms, item groups, items) and 2.0 (nested item groups), participant by participant, so that
 * a file of any length needs the memory of one participant. Metadata, administrative data, audit records, signatures,
 * queries and annotations are passed over, wherever they stand.
 */
final class ClinicalFile implements Listener {

    private static final int LARGEST = 50 * 1024 * 1024;
    private static final String RESTORED = "form-restored";

    private final Consumer<SourceSubject> subjects;

    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Act> acts = new ArrayDeque<>();
    private final Deque<SourceDraft.OfGroup> groups = new ArrayDeque<>();
    private final List<Level> path = new ArrayList<>();
    private boolean transactional;
    private boolean exported;
    private boolean restored;
    private String study;
    private String version;
    private SourceDraft.OfSubject subject;
    private Level event;
    private int eventLine;
    private int groupsBefore;
    private SourceDraft.OfValue value;
    private long passedOver;
    private int line;

    /** @param subjects told of each participant as soon as it was read */
    private ClinicalFile(Consumer<SourceSubject> subjects) {
        this.subjects = subjects;
    }

    /**
     * What was passed over.
     *
     * @param foreign elements of other namespaces
     * @param records audit records, signatures and queries
     */
    record PassedOver(long foreign, long records) {}

    /**
     * Reads the file.
     *
     * @param subjects told of each participant as soon as it was read
     * @throws org.casebook.odm.StudyFileIsFaulty when the file cannot be read
     * @throws Invalid when an element lacks its OID or key
     */
    static PassedOver read(byte[] content, Consumer<SourceSubject> subjects) {
        ClinicalFile file = new ClinicalFile(subjects);
        long foreign = new OdmStream(content, LARGEST).tell(file);
        return new PassedOver(foreign, file.passedOver);
    }

    @Override
    public void start(String element, Attributes attributes, int at) {
        line = at;
        String around = open.isEmpty() ? "" : open.peek();
        ClinicalElements.requirePlace(element, around, at);
        open.push(element);
        switch (element) {
            case "ODM" -> {
                transactional = "Transactional".equals(attributes.getValue("FileType"));
                exported = "Casebook".equals(attributes.getValue("SourceSystem"));
            }
            case "ClinicalData" -> {
                study = needed(attributes, "StudyOID", element, at);
                version = needed(attributes, "MetaDataVersionOID", element, at);
            }
            case "AuditRecord", "Signature", "Query" -> passedOver++;
            default -> {
                if (isOfSubject(element)) {
                    startOfSubject(element, attributes, at);
                }
            }
        }
    }

    /** Whether it stands inside a participant's data proper, not in a record about them. */
    private boolean isOfSubject(String element) {
        return element.equals("SubjectData")
                || subject != null
                        && !open.contains("AuditRecord")
                        && !open.contains("Signature")
                        && !open.contains("Query");
    }

    private void startOfSubject(String element, Attributes attributes, int line) {
        switch (element) {
            case "SubjectData" -> {
                Act act = act(attributes, line);
                subject = new SourceDraft.OfSubject(line, needed(attributes, "SubjectKey", element, line), act);
                acts.push(act);
            }
            case "SiteRef" -> subject.location = needed(attributes, "LocationOID", element, line);
            case "StudyEventData" -> {
                event = level(attributes, "StudyEvent", element, line);
                eventLine = line;
                groupsBefore = subject.groups.size();
                acts.push(act(attributes, line));
            }
            case "FormData" -> startGroup(level(attributes, "Form", element, line), act(attributes, line), line);
            case "ItemGroupData" ->
                startGroup(level(attributes, "ItemGroup", element, line), act(attributes, line), line);
            case "MeasurementUnitRef" -> unit(attributes);
            default -> startOfValue(element, attributes, line);
        }
    }

    private void startGroup(Level level, Act act, int line) {
        path.add(level);
        acts.push(act);
        restored = false;
        int before = subject.groups.size();
        groups.push(new SourceDraft.OfGroup(line, event, List.copyOf(path), act, new ArrayList<>(), before));
    }

    private void startOfValue(String element, Attributes attributes, int line) {
        boolean typed = ClinicalElements.isTyped(element);
        if (!typed && !element.equals("ItemData")) {
            if (!ClinicalElements.isBeside(element)) {
                odd(line, "%s is not understood inside %s. Correct or remove it.".formatted(element, around()));
            }
            return;
        }
        ClinicalElements.requireKnown(attributes, element, line);
        value = new SourceDraft.OfValue(
                line,
                needed(attributes, "ItemOID", element, line),
                act(attributes, line).needed(element, line),
                ClinicalElements.typeOf(element));
        value.text = typed ? null : attributes.getValue("Value");
        value.nothing = "Yes".equals(attributes.getValue("IsNull"));
        value.unit = attributes.getValue(typed ? "MeasurementUnitOID" : "UnitOID");
        if (groups.isEmpty()) {
            odd(line, "The value of %s stands in no form or item group.".formatted(value.item));
        }
    }

    /** The element in which the one at hand stands. */
    private String around() {
        return open.stream().skip(1).findFirst().orElse("");
    }

    private void odd(int line, String sentence) {
        subject.oddities.add(new Oddity(line, sentence));
    }

    @Override
    public void stray(String text, int line) {
        refuseText(open.peek(), text, line);
    }

    /** Text that stands where no value is: nobody can say what it belongs to. */
    private void refuseText(String element, String text, int line) {
        String sentence = ClinicalElements.strayText(element, text);
        if (subject != null && isOfSubject(element)) {
            odd(line, sentence);
        } else if (element.equals(ClinicalElements.AROUND)) {
            throw new Invalid("Line %d: %s".formatted(line, sentence));
        }
    }

    private void unit(Attributes attributes) {
        if (value != null) {
            value.unit = attributes.getValue("MeasurementUnitOID");
        }
    }

    @Override
    public void end(String element, String text) {
        boolean ofSubject = isOfSubject(element);
        if (ClinicalElements.isWithoutText(element) && !text.isBlank()) {
            refuseText(element, text.strip(), line);
        }
        open.pop();
        if (ofSubject && subject != null) {
            endOfSubject(element, text);
        }
    }

    private void endOfSubject(String element, String text) {
        switch (element) {
            case "SubjectData" -> endSubject();
            case "StudyEventData" -> endEvent();
            case "FormData", "ItemGroupData" -> endGroup();
            case "Value" -> takeText(text);
            case "Comment" -> comment(text.strip());
            default -> {
                if (value != null && ClinicalElements.isValue(element)) {
                    endValue(element, text);
                }
            }
        }
    }

    private void takeText(String text) {
        if (value != null) {
            value.add(text);
        }
    }

    /** Casebook's own files say here why a value is blank, and that a form which was void came back. */
    private void comment(String text) {
        if (value != null) {
            value.comment(text);
        } else {
            restored |= exported && text.startsWith(RESTORED);
        }
    }

    private void endValue(String element, String text) {
        if (value.type != null && !text.isBlank()) {
            value.text = text.strip();
        }
        if (!groups.isEmpty()) {
            groups.peek().values().add(value.read());
        }
        value = null;
    }

    private void endEvent() {
        Act act = acts.pop();
        if (subject.groups.size() == groupsBefore) {
            subject.groups.add(
                    new Group(eventLine, event, List.of(), act.needed("StudyEventData", eventLine), List.of()));
        }
        event = null;
    }

    private void endGroup() {
        SourceDraft.OfGroup group = groups.pop();
        path.remove(path.size() - 1);
        acts.pop();
        boolean bare = group.values().isEmpty() && subject.groups.size() == group.before();
        if (bare || !group.values().isEmpty() || group.act() == Act.REMOVE) {
            Act act = bare ? group.act().needed("A group without values", group.line()) : group.act();
            act = bare && restored ? Act.RESTORE : act;
            subject.groups.add(new Group(group.line(), group.event(), group.path(), act, group.values()));
        }
    }

    private void endSubject() {
        Act act = acts.pop();
        SourceDraft.OfSubject read = subject;
        if (read.groups.isEmpty()) {
            act.needed("SubjectData", read.line);
        }
        subject = null;
        subjects.accept(new SourceSubject(
                read.line,
                study,
                version,
                read.key,
                read.location,
                read.act,
                transactional,
                exported,
                new Content(read.groups, read.oddities)));
    }

    private Act act(Attributes attributes, int line) {
        Act around = acts.isEmpty() ? Act.UNSAID : acts.peek().inside();
        try {
            Act said = Act.of(attributes.getValue("TransactionType"), around);
            return transactional ? said : Act.UPSERT;
        } catch (Invalid unknown) {
            throw new Invalid("Line " + line + ": " + unknown.getMessage());
        }
    }
}
