package org.casebook.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebook.definition.EventDefinition.Clock;
import org.casebook.definition.EventDefinition.OutsideWindow;
import org.casebook.definition.EventDefinition.SkippedAnchor;
import org.casebook.definition.EventDefinition.Timing;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.odm.Offset;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.rules.DataType;

/** Reads windows, RelativeTimingConstraints between two events, and holds them against the study. */
final class Timings {

    private static final Map<String, OutsideWindow> OUTSIDE =
            Map.of("Off", OutsideWindow.OFF, "Reason", OutsideWindow.REASON);

    private static final String BETWEEN_STARTS = "StartToStart";

    private final OdmIndex index;
    private final Faults faults;
    private final Remarks remarks;
    private final Map<String, Timing> timings = new HashMap<>();

    /** Takes what is wrong with the window of an event. */
    interface Complaint {
        void tell(String event, String sentence, Object... values);
    }

    Timings(OdmIndex index, Faults faults, Remarks remarks) {
        this.index = index;
        this.faults = faults;
        this.remarks = remarks;
    }

    /** By the OID of the event that is timed. */
    Map<String, Timing> read(OdmElement version) {
        version.child("Protocol").stream()
                .flatMap(protocol -> protocol.children("StudyTimings").stream())
                .flatMap(all -> all.children("StudyTiming").stream())
                .flatMap(timing -> timing.children("RelativeTimingConstraint").stream())
                .forEach(this::readOne);
        return Map.copyOf(timings);
    }

    private void readOne(OdmElement timing) {
        String anchor = timing.get("PredecessorOID");
        String event = timing.get("SuccessorOID");
        if (isBetweenGroups(timing, anchor) || isBetweenGroups(timing, event)) {
            return;
        }
        Timing read = timing(timing, anchor);
        requireOneDayZero(timing, read);
        if (timings.put(event, read) != null) {
            faults.add(timing, "The event %s has two windows.", event);
        }
        requireHours(timing, read);
        remarkOnMeaning(timing, read);
    }

    private Timing timing(OdmElement timing, String anchor) {
        Offset before = offset(timing, "TimepointPreWindow");
        Offset after = offset(timing, "TimepointPostWindow");
        if (before.isNegative() || after.isNegative()) {
            faults.add(
                    timing,
                    "A window reaches 0 or more days to each side of its target; %s and %s are given.",
                    before,
                    after);
        }
        String item = own(timing, "AnchorItemOID");
        boolean byTimeAlone =
                item == null && timing.findOwn("AnchorTimeItemOID").isPresent();
        return new Timing(
                anchor,
                byTimeAlone ? null : own(timing, "AnchorItemGroupOID"),
                item,
                offset(timing, "TimepointRelativeTarget"),
                before,
                after,
                OUTSIDE.getOrDefault(timing.findOwn("OutsideWindow").orElse(""), OutsideWindow.WARN),
                "PlannedDate".equals(timing.findOwn("SkippedAnchor").orElse(""))
                        ? SkippedAnchor.PLANNED_DATE
                        : SkippedAnchor.UNPLANNED,
                timing.findOwn("Anchor").isPresent(),
                clock(timing));
    }

    private static String own(OdmElement timing, String attribute) {
        return timing.findOwn(attribute).orElse(null);
    }

    private static Clock clock(OdmElement timing) {
        String anchor = own(timing, "AnchorTimeItemOID");
        String form = own(timing, "TimeItemGroupOID");
        String item = own(timing, "TimeItemOID");
        return anchor == null && form == null && item == null
                ? null
                : new Clock(anchor == null ? null : own(timing, "AnchorItemGroupOID"), anchor, form, item);
    }

    private void requireOneDayZero(OdmElement timing, Timing read) {
        if (read.fromRandomization() && (read.anchorFormOid() != null || read.anchorItemOid() != null)) {
            faults.add(
                    timing,
                    "It counts from randomisation and from the item %s. Name one of them.",
                    read.anchorItemOid());
        }
    }

    private void requireHours(OdmElement timing, Timing read) {
        Clock clock = read.clock();
        if (clock == null) {
            return;
        }
        if (!read.hasHours()) {
            faults.add(
                    timing,
                    "It names times of day, and its window has no hours. Write its lengths in hours, for example PT24H,"
                            + " or leave the times out.");
        }
        if (clock.formOid() == null || clock.itemOid() == null) {
            faults.add(
                    timing,
                    "By the hour it is judged by the time at which the visit took place: name that item with its form,"
                            + " cb:TimeItemGroupOID and cb:TimeItemOID.");
        }
        if (clock.anchorItemOid() != null && clock.anchorFormOid() == null) {
            faults.add(
                    timing,
                    "The time %s lies on the form of its day 0: name that form too, cb:AnchorItemGroupOID.",
                    clock.anchorItemOid());
        }
    }

    private void remarkOnMeaning(OdmElement timing, Timing read) {
        if (read.isHourly() && read.clock() == null) {
            remarks.add(
                    Remark.Kind.KEPT,
                    timing,
                    "Its hours are kept; no times are named, so that the window is judged by the days it can fall on.");
        }
        if (timing.find("Type").filter(type -> !type.equals(BETWEEN_STARTS)).isPresent()) {
            remarks.add(
                    Remark.Kind.KEPT,
                    timing,
                    "Its Type %s is kept; a visit has one date, from which windows are counted.",
                    timing.get("Type"));
        }
    }

    /** A constraint between groups of events is kept while nothing acts on it. */
    private boolean isBetweenGroups(OdmElement timing, String oid) {
        boolean other = index.find("StudyEventDef", oid).isEmpty() && index.knows(oid);
        if (other) {
            remarks.add(
                    Remark.Kind.KEPT, timing, "%s is no event, so that the constraint is kept and plans nothing.", oid);
        } else {
            index.follow(timing, "StudyEventDef", oid);
        }
        return other;
    }

    private Offset offset(OdmElement timing, String attribute) {
        String text = timing.find(attribute).orElse("P0D");
        return Offset.parse(text).orElseGet(() -> {
            faults.add(
                    timing,
                    "%s is “%s”. Write a duration of months, weeks, days or hours, for example P3M, P2W, P14D or PT36H.",
                    attribute,
                    text);
            return Offset.NONE;
        });
    }

    /** Holds the windows of a study against it. */
    static void check(StudyDefinition study, Complaint complaint) {
        for (EventDefinition event : study.events()) {
            if (event.timing() != null) {
                checkAnchor(study, event, complaint);
                checkClock(study, event, complaint);
                checkEnds(study, event, complaint);
            }
        }
    }

    private static void checkAnchor(StudyDefinition study, EventDefinition event, Complaint complaint) {
        Timing timing = event.timing();
        if (timing.fromRandomization() && !study.randomizes()) {
            complaint.tell(event.oid(), "Its window is counted from randomisation, and the study does not randomise.");
        }
        if (timing.anchorFormOid() == null && timing.anchorItemOid() == null) {
            return;
        }
        boolean date = type(study, timing.anchorEventOid(), timing.anchorFormOid(), timing.anchorItemOid())
                .filter(type -> type == DataType.DATE || type == DataType.DATETIME)
                .isPresent();
        if (!date) {
            complaint.tell(
                    event.oid(),
                    "Its window is counted from item %s of form %s at %s, which is no complete date there.",
                    timing.anchorItemOid(),
                    timing.anchorFormOid(),
                    timing.anchorEventOid());
        }
    }

    private static void checkClock(StudyDefinition study, EventDefinition event, Complaint complaint) {
        Timing timing = event.timing();
        Clock clock = timing.clock();
        if (clock == null) {
            return;
        }
        boolean told = timing.fromRandomization()
                || type(study, timing.anchorEventOid(), timing.anchorFormOid(), timing.anchorItemOid())
                        .filter(type -> type == DataType.DATETIME)
                        .isPresent();
        if (clock.anchorItemOid() == null && !told) {
            complaint.tell(
                    event.oid(),
                    "Its window is judged by the hour, and no item tells the time of its day 0: name it with"
                            + " cb:AnchorTimeItemOID.");
        }
        if (clock.anchorItemOid() != null && told) {
            complaint.tell(
                    event.oid(),
                    "The time of its day 0 is known without item %s. Leave cb:AnchorTimeItemOID out.",
                    clock.anchorItemOid());
        }
        if (clock.anchorItemOid() != null && clock.anchorFormOid() != null) {
            requireTime(
                    study,
                    new Spot(timing.anchorEventOid(), clock.anchorFormOid(), clock.anchorItemOid()),
                    event,
                    complaint);
        }
        if (clock.formOid() != null && clock.itemOid() != null) {
            requireTime(study, new Spot(event.oid(), clock.formOid(), clock.itemOid()), event, complaint);
        }
    }

    /** An item of a form at an event, by their OIDs. */
    private record Spot(String event, String form, String item) {}

    private static void requireTime(StudyDefinition study, Spot spot, EventDefinition event, Complaint complaint) {
        if (type(study, spot.event(), spot.form(), spot.item())
                .filter(type -> type == DataType.TIME)
                .isEmpty()) {
            complaint.tell(
                    event.oid(),
                    "Its window is judged by item %s of form %s at %s, which is no time of day there.",
                    spot.item(),
                    spot.form(),
                    spot.event());
        }
    }

    /** The type of an item of a form at an event; empty when it is not there, or in rows. */
    private static Optional<DataType> type(StudyDefinition study, String event, String form, String item) {
        return study.findEvent(event)
                .flatMap(found -> found.findForm(String.valueOf(form)))
                .filter(ref -> !study.form(ref.formOid()).log())
                .flatMap(ref -> study.findItem(ref.formOid(), String.valueOf(item)))
                .map(ItemDefinition::type);
    }

    private static void checkEnds(StudyDefinition study, EventDefinition event, Complaint complaint) {
        Set<String> seen = new HashSet<>();
        EventDefinition at = event;
        while (at != null && at.timing() != null) {
            if (!seen.add(at.oid())) {
                complaint.tell(
                        event.oid(), "Its window is counted from itself, by way of %s.", String.join(", ", seen));
                break;
            }
            at = study.findEvent(at.timing().anchorEventOid()).orElse(null);
        }
    }
}
