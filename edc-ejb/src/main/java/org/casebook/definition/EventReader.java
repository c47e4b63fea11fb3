package org.casebook.definition;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.definition.EventDefinition.Kind;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;

/** Reads events: StudyEventDefs in the order of their groups, with forms and windows. */
final class EventReader {

    private static final Map<String, Kind> KINDS =
            Map.of("Scheduled", Kind.SCHEDULED, "Unscheduled", Kind.UNSCHEDULED, "Common", Kind.LOG);

    private final OdmIndex index;
    private final Faults faults;
    private final Map<String, FormDefinition> forms;
    private final Map<String, Timing> timings = new HashMap<>();
    private final Map<String, String> epochs = new LinkedHashMap<>();

    EventReader(OdmIndex index, Faults faults, Map<String, FormDefinition> forms) {
        this.index = index;
        this.faults = faults;
        this.forms = forms;
    }

    List<EventDefinition> read(OdmElement version) {
        readGroups(version);
        version.child("Protocol").stream()
                .flatMap(protocol -> protocol.children("StudyTimings").stream())
                .flatMap(all -> all.children("StudyTiming").stream())
                .flatMap(timing -> timing.children("RelativeTimingConstraint").stream())
                .forEach(this::readTiming);
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
                    .ifPresent(this::readGroup);
        }
    }

    private void readGroup(OdmElement group) {
        String epoch = group.get("EpochOID");
        index.follow(group, "Epoch", epoch);
        group.children("StudyEventRef").stream()
                .sorted(Comparator.comparingInt(FormReader::order))
                .forEach(ref -> index.follow(ref, "StudyEventDef", ref.get("StudyEventOID"))
                        .ifPresent(event -> {
                            if (epochs.containsKey(event.get("OID"))) {
                                faults.add(ref, "The event %s stands in two groups.", event.get("OID"));
                            }
                            epochs.put(event.get("OID"), epoch);
                        }));
    }

    private EventDefinition event(OdmElement event, int order) {
        Kind kind = KINDS.get(event.get("Type"));
        if (kind == null) {
            faults.add(
                    event, "The Type %s is not understood. Use Scheduled, Unscheduled or Common.", event.get("Type"));
        }
        List<FormRef> refs = new ArrayList<>();
        event.children("ItemGroupRef").stream()
                .sorted(Comparator.comparingInt(FormReader::order))
                .forEach(ref -> formRef(ref, kind, refs));
        if (refs.isEmpty()) {
            faults.add(event, "The event has no forms.");
        }
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
                timing);
    }

    private void formRef(OdmElement ref, Kind kind, List<FormRef> refs) {
        String oid = ref.get("ItemGroupOID");
        String condition = ref.get("CollectionExceptionConditionOID");
        index.follow(ref, "ConditionDef", condition);
        FormDefinition form = forms.get(oid);
        if (form == null) {
            faults.add(ref, "It refers to the form %s, which does not exist.", oid);
        } else if (form.log() != (kind == Kind.LOG)) {
            faults.add(
                    ref, "Forms that repeat stand in events of type Common, all others in visits; %s does not.", oid);
        }
        if (refs.stream().anyMatch(other -> other.formOid().equals(oid))) {
            faults.add(ref, "The form %s stands in this event twice.", oid);
        }
        refs.add(new FormRef(oid, ref.isYes("Mandatory"), condition));
    }

    private void readTiming(OdmElement timing) {
        String anchor = timing.get("PredecessorOID");
        String event = timing.get("SuccessorOID");
        index.follow(timing, "StudyEventDef", anchor);
        index.follow(timing, "StudyEventDef", event);
        int target = days(timing, "TimepointRelativeTarget");
        int before = days(timing, "TimepointPreWindow");
        int after = days(timing, "TimepointPostWindow");
        if (before < 0 || after < 0) {
            faults.add(
                    timing,
                    "A window reaches 0 or more days to each side of its target; %d and %d are given.",
                    before,
                    after);
        }
        String form = timing.findOwn("AnchorItemGroupOID").orElse(null);
        String item = timing.findOwn("AnchorItemOID").orElse(null);
        Timing read = new Timing(
                anchor,
                form,
                item,
                target,
                target - Math.max(0, before),
                target + Math.max(0, after),
                "Reason".equals(timing.findOwn("OutsideWindow").orElse("")) ? OutsideWindow.REASON : OutsideWindow.WARN,
                "PlannedDate".equals(timing.findOwn("SkippedAnchor").orElse(""))
                        ? SkippedAnchor.PLANNED_DATE
                        : SkippedAnchor.UNPLANNED);
        if (timings.put(event, read) != null) {
            faults.add(timing, "The event %s has two windows.", event);
        }
    }

    private int days(OdmElement timing, String attribute) {
        String text = timing.find(attribute).orElse("P0D");
        try {
            Period period = Period.parse(text);
            if (period.toTotalMonths() == 0) {
                return period.getDays();
            }
        } catch (DateTimeParseException noPeriod) {
            // told below, together with months and years
        }
        faults.add(
                timing,
                "%s is “%s”. Write whole days or weeks, for example P14D or P2W; months have no fixed length.",
                attribute,
                text);
        return 0;
    }
}
