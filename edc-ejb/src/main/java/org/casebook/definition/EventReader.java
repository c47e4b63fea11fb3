package org.casebook.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.EventDefinition.Kind;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.odm.Remarks;

/** Reads events: StudyEventDefs in the order of their groups, with forms and windows. */
final class EventReader {

    private static final Map<String, Kind> KINDS =
            Map.of("Scheduled", Kind.SCHEDULED, "Unscheduled", Kind.UNSCHEDULED, "Common", Kind.LOG);

    private final OdmIndex index;
    private final Faults faults;
    private final Remarks remarks;
    private final FormReader reader;
    private final Map<String, FormDefinition> forms;
    private Map<String, Timing> timings = Map.of();
    private final Map<String, String> epochs = new LinkedHashMap<>();
    private final Map<String, String> arms = new HashMap<>();
    private final Set<String> groups = new HashSet<>();

    /**
     * @param forms as this reader read them
     */
    EventReader(OdmIndex index, Faults faults, Remarks remarks, FormReader reader, Map<String, FormDefinition> forms) {
        this.index = index;
        this.faults = faults;
        this.remarks = remarks;
        this.reader = reader;
        this.forms = forms;
    }

    List<EventDefinition> read(OdmElement version) {
        readGroups(version);
        timings = new Timings(index, faults, remarks).read(version);
        List<OdmElement> inOrder = new ArrayList<>(version.children("StudyEventDef"));
        List<String> grouped = List.copyOf(epochs.keySet());
        inOrder.sort(Comparator.comparingInt(event -> place(grouped, event.get("OID"))));
        List<EventDefinition> events = new ArrayList<>();
        for (OdmElement event : inOrder) {
            events.add(event(event, events.size() + 1));
        }
        return events;
    }

    /** Events in no group come last, in the file's order. */
    private static int place(List<String> grouped, String oid) {
        int place = grouped.indexOf(oid);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private void readGroups(OdmElement version) {
        List<OdmElement> refs = version.child("Protocol").stream()
                .flatMap(protocol -> protocol.children("StudyEventGroupRef").stream())
                .sorted(Comparator.comparingInt(FormReader::order))
                .toList();
        for (OdmElement ref : refs) {
            index.follow(ref, "StudyEventGroupDef", ref.get("StudyEventGroupOID"))
                    .ifPresent(group -> readGroup(group, new Part(null, null), new HashSet<>()));
        }
    }

    /** Epoch and arm of a group of events; null for none. */
    private record Part(String epoch, String arm) {}

    /**
     * @param around of the group in which this one lies
     * @param open OIDs of the groups in which it lies
     */
    private void readGroup(OdmElement group, Part around, Set<String> open) {
        if (!open.add(group.get("OID"))) {
            faults.add(group, "The group %s lies within itself.", group.get("OID"));
            return;
        }
        if (!groups.add(group.get("OID"))) {
            faults.add(group, "The group %s stands in two places.", group.get("OID"));
            open.remove(group.get("OID"));
            return;
        }
        group.find("ArmOID").ifPresent(arm -> index.follow(group, "Arm", arm));
        Part part = new Part(
                group.find("EpochOID").orElse(around.epoch()),
                group.find("ArmOID").orElse(around.arm()));
        group.children().stream()
                .filter(child ->
                        child.name().equals("StudyEventRef") || child.name().equals("StudyEventGroupRef"))
                .sorted(Comparator.comparingInt(FormReader::order))
                .forEach(ref -> {
                    if (ref.name().equals("StudyEventRef")) {
                        index.find("StudyEventDef", ref.get("StudyEventOID"))
                                .ifPresent(event -> place(ref, event, part));
                    } else {
                        index.find("StudyEventGroupDef", ref.get("StudyEventGroupOID"))
                                .ifPresent(inner -> readGroup(inner, part, open));
                    }
                });
        open.remove(group.get("OID"));
    }

    private void place(OdmElement ref, OdmElement event, Part part) {
        if (epochs.containsKey(event.get("OID"))) {
            faults.add(ref, "The event %s stands in two groups.", event.get("OID"));
        }
        epochs.put(event.get("OID"), part.epoch());
        arms.put(event.get("OID"), part.arm());
    }

    private EventDefinition event(OdmElement event, int order) {
        Kind kind = kind(event);
        List<FormRef> refs = new ArrayList<>();
        event.children("ItemGroupRef").stream()
                .sorted(Comparator.comparingInt(FormReader::order))
                .forEach(ref -> formRef(ref, kind, refs));
        String oid = event.get("OID");
        Timing timing = timings.get(oid);
        if (timing != null && kind != Kind.SCHEDULED) {
            faults.add(event, "Only a scheduled event has a window.");
        }
        return new EventDefinition(
                oid,
                new TranslatedText(event.title()),
                new TranslatedText(event.texts("Description")),
                kind,
                epochs.get(oid),
                order,
                refs,
                timing,
                arms.get(oid),
                gate(event),
                kind != Kind.LOG && event.isYes("Repeating"));
    }

    private List<String> gate(OdmElement event) {
        return event.children("cb:Gate").stream()
                .map(step -> step.get("ConditionOID"))
                .filter(condition -> index.follow(event, "ConditionDef", condition)
                        .filter(found -> {
                            boolean runs = !found.cel().isEmpty();
                            if (!runs) {
                                faults.add(event, "Its gate's condition %s is not written in CEL.", condition);
                            }
                            return runs;
                        })
                        .isPresent())
                .toList();
    }

    private Kind kind(OdmElement event) {
        Kind kind = KINDS.get(event.get("Type"));
        if (kind == null) {
            faults.add(
                    event, "The Type %s is not understood. Use Scheduled, Unscheduled or Common.", event.get("Type"));
        }
        return kind;
    }

    private void formRef(OdmElement ref, Kind kind, List<FormRef> refs) {
        String oid = ref.get("ItemGroupOID");
        String condition = reader.running(ref);
        FormDefinition form = forms.get(oid);
        if (form == null) {
            faults.add(ref, "It refers to the form %s, which does not exist.", oid);
            return;
        }
        if (kind == Kind.LOG && !form.log() && !form.items().isEmpty()) {
            faults.add(ref, "At an event of type Common all forms repeat; %s does not.", oid);
        }
        if (refs.stream().anyMatch(other -> other.formOid().equals(oid))) {
            faults.add(ref, "The form %s stands in this event twice.", oid);
        }
        if (!form.items().isEmpty()) {
            refs.add(new FormRef(oid, ref.isYes("Mandatory"), condition));
        }
        addRows(ref, oid, refs, condition);
    }

    /** What repeats inside the form, and inside that. */
    private void addRows(OdmElement ref, String form, List<FormRef> refs, String condition) {
        for (OdmElement within : reader.rowsWithin(form)) {
            String rows = within.get("ItemGroupOID");
            boolean there = refs.stream().anyMatch(other -> other.formOid().equals(rows));
            if (!there && forms.containsKey(rows)) {
                refs.add(new FormRef(rows, ref.isYes("Mandatory") && within.isYes("Mandatory"), condition));
                addRows(within, rows, refs, condition);
            }
        }
    }
}
