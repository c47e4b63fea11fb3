package org.casebook.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.casebook.kernel.Invalid;
import org.casebook.odm.OdmStream;
import org.casebook.odm.OdmStream.Listener;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;
import org.casebook.transfer.SourceSubject.Value;
import org.xml.sax.Attributes;

/**
 * Reads clinical data of ODM 1.3 (forms, item groups, items) and 2.0 (nested item groups), participant by participant, so that
 * a file of any length needs the memory of one participant. Metadata, administrative data, audit records, signatures,
 * queries and annotations are passed over, wherever they stand.
 */
final class ClinicalFile implements Listener {

    private static final int LARGEST = 50 * 1024 * 1024;
    private static final String LEFT_BLANK = "Left blank: ";

    private final Consumer<SourceSubject> subjects;

    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Act> acts = new ArrayDeque<>();
    private final Deque<GroupDraft> groups = new ArrayDeque<>();
    private final List<Level> path = new ArrayList<>();
    private boolean transactional;
    private String study;
    private String version;
    private SubjectDraft subject;
    private Level event;
    private int eventLine;
    private int groupsBefore;
    private ValueDraft value;
    private long passedOver;

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

    private static final class SubjectDraft {
        private final int line;
        private final String key;
        private final Act act;
        private final List<Group> groups = new ArrayList<>();
        private String location;

        SubjectDraft(int line, String key, Act act) {
            this.line = line;
            this.key = key;
            this.act = act;
        }
    }

    private record GroupDraft(int line, Level event, List<Level> path, Act act, List<Value> values) {}

    private static final class ValueDraft {
        private final int line;
        private final String item;
        private final Act act;
        private String text;
        private boolean nothing;
        private String unit;
        private String leftBlank;

        ValueDraft(int line, String item, Act act) {
            this.line = line;
            this.item = item;
            this.act = act;
        }
    }

    @Override
    public void start(String element, Attributes attributes, int line) {
        open.push(element);
        switch (element) {
            case "ODM" -> transactional = "Transactional".equals(attributes.getValue("FileType"));
            case "ClinicalData" -> {
                study = attributes.getValue("StudyOID");
                version = attributes.getValue("MetaDataVersionOID");
            }
            case "AuditRecord", "Signature", "Query" -> passedOver++;
            default -> {
                if (isOfSubject(element)) {
                    startOfSubject(element, attributes, line);
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
                subject = new SubjectDraft(line, needed(attributes, "SubjectKey", element, line), act);
                acts.push(act);
            }
            case "SiteRef" -> subject.location = attributes.getValue("LocationOID");
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
        groups.push(new GroupDraft(line, event, List.copyOf(path), act, new ArrayList<>()));
    }

    private void startOfValue(String element, Attributes attributes, int line) {
        if (!element.startsWith("ItemData") || element.equals("ItemDataMetadata")) {
            return;
        }
        value = new ValueDraft(line, needed(attributes, "ItemOID", element, line), act(attributes, line));
        value.text = attributes.getValue("Value");
        value.nothing = "Yes".equals(attributes.getValue("IsNull"));
        value.unit = attributes.getValue("UnitOID");
    }

    private void unit(Attributes attributes) {
        if (value != null) {
            value.unit = attributes.getValue("MeasurementUnitOID");
        }
    }

    @Override
    public void end(String element, String text) {
        boolean ofSubject = isOfSubject(element);
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
            case "Comment" -> leftBlank(text);
            default -> {
                if (value != null && element.startsWith("ItemData")) {
                    endValue(element, text);
                }
            }
        }
    }

    private void takeText(String text) {
        if (value != null) {
            // ODM 2.0: several values of one item stand one after the other
            value.text = value.text == null ? text : value.text + "," + text;
        }
    }

    private void leftBlank(String text) {
        if (value != null && text.strip().startsWith(LEFT_BLANK)) {
            value.leftBlank = text.strip().substring(LEFT_BLANK.length());
        }
    }

    private void endValue(String element, String text) {
        if (!element.equals("ItemData") && value.text == null && !text.isBlank()) {
            value.text = text.strip();
        }
        boolean empty = value.nothing || value.text == null || value.text.isBlank();
        if (!groups.isEmpty()) {
            groups.peek()
                    .values()
                    .add(new Value(
                            value.line,
                            value.item,
                            empty ? null : value.text,
                            value.unit,
                            empty ? value.leftBlank : null,
                            value.act));
        }
        value = null;
    }

    private void endEvent() {
        if (acts.pop() == Act.REMOVE && subject.groups.size() == groupsBefore) {
            subject.groups.add(new Group(eventLine, event, List.of(), Act.REMOVE, List.of()));
        }
        event = null;
    }

    private void endGroup() {
        GroupDraft group = groups.pop();
        path.remove(path.size() - 1);
        acts.pop();
        if (!group.values().isEmpty() || group.act() == Act.REMOVE) {
            subject.groups.add(new Group(group.line(), group.event(), group.path(), group.act(), group.values()));
        }
    }

    private void endSubject() {
        acts.pop();
        SubjectDraft read = subject;
        subject = null;
        subjects.accept(new SourceSubject(
                read.line, study, version, read.key, read.location, read.act, transactional, read.groups));
    }

    private Act act(Attributes attributes, int line) {
        if (!transactional) {
            return Act.UPSERT;
        }
        Act around = acts.isEmpty() ? Act.UPSERT : acts.peek().inside();
        try {
            return Act.of(attributes.getValue("TransactionType"), around);
        } catch (Invalid unknown) {
            throw new Invalid("Line " + line + ": " + unknown.getMessage());
        }
    }

    private static Level level(Attributes attributes, String prefix, String element, int line) {
        return new Level(needed(attributes, prefix + "OID", element, line), attributes.getValue(prefix + "RepeatKey"));
    }

    private static String needed(Attributes attributes, String name, String element, int line) {
        String found = attributes.getValue(name);
        if (found == null || found.isBlank()) {
            throw new Invalid("Line %d: %s has no %s, so nobody can say what it belongs to. Correct the file."
                    .formatted(line, element, name));
        }
        return found;
    }
}
