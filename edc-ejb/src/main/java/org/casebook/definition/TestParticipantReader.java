package org.casebook.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casebook.definition.TestParticipant.Enter;
import org.casebook.definition.TestParticipant.ExpectEligibility;
import org.casebook.definition.TestParticipant.ExpectItems;
import org.casebook.definition.TestParticipant.ExpectVisit;
import org.casebook.definition.TestParticipant.FormAct;
import org.casebook.definition.TestParticipant.Line;
import org.casebook.definition.TestParticipant.Place;
import org.casebook.definition.TestParticipant.Step;
import org.casebook.definition.TestParticipant.Verdict;
import org.casebook.definition.TestParticipant.Visit;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;

/** Reads test participants, with a fault for each reference that leads nowhere. */
final class TestParticipantReader {

    /** Stand against items too, though no study gives them: text that is not understood, a value not asked for any more. */
    private static final Set<String> CHECKS_OF_OURS = Set.of("UNREADABLE", "SUPERFLUOUS", "UNRESOLVED_LINK");

    private static final List<String> OF_ITEMS = List.of("Shown", "Readable", "Value", "Checks", "Only");
    private static final List<String> OF_VISITS = List.of("AsOf", "State", "Planned", "Earliest", "Latest");
    private static final List<String> OF_ELIGIBILITY = List.of("Eligible", "Criterion", "Consented");

    private final OdmIndex index;
    private final Faults faults;
    private final Map<String, FormDefinition> forms;
    private final List<EventDefinition> events;

    TestParticipantReader(
            OdmIndex index, Faults faults, Map<String, FormDefinition> forms, List<EventDefinition> events) {
        this.index = index;
        this.faults = faults;
        this.forms = forms;
        this.events = events;
    }

    List<TestParticipant> read(OdmElement version) {
        return version.children("cb:TestParticipant").stream()
                .map(this::participant)
                .toList();
    }

    private TestParticipant participant(OdmElement element) {
        List<Step> steps = new ArrayList<>();
        for (OdmElement child : element.children()) {
            switch (child.name()) {
                case "cb:Visit" -> steps.add(visit(child));
                case "cb:Expect" -> expect(child, null).ifPresent(steps::add);
                default -> faults.add(child, "Put it inside a cb:Visit, which says at which visit it happens.");
            }
        }
        return new TestParticipant(
                line(element),
                element.get("OID"),
                element.get("Name"),
                LocalDate.parse(element.get("Today")),
                date(element, "RandomizedOn"),
                steps);
    }

    private Visit visit(OdmElement element) {
        String oid = element.get("StudyEventOID");
        EventDefinition event = event(element, oid);
        if (event != null && event.isLog() && element.find("Date").isPresent()) {
            faults.add(element, "%s holds logs and has no date.", oid);
        }
        if (element.isYes("NotDone") && element.find("Date").isPresent()) {
            faults.add(element, "A visit either has a Date or is NotDone.");
        }
        List<Step> steps = new ArrayList<>();
        for (OdmElement child : element.children()) {
            switch (child.name()) {
                case "cb:Enter" -> steps.add(enter(child, event));
                case "cb:Form" -> steps.add(act(child, event));
                default -> expect(child, event).ifPresent(steps::add);
            }
        }
        return new Visit(
                line(element),
                oid,
                date(element, "Today"),
                date(element, "Date"),
                element.isYes("NotDone"),
                element.get("Reason"),
                isRefusal(element),
                steps);
    }

    private Enter enter(OdmElement element, EventDefinition event) {
        Place place = place(element, event);
        String unit = element.get("UnitOID");
        index.follow(element, "cb:Unit", unit);
        return new Enter(
                line(element),
                place,
                element.get("Value"),
                unit,
                element.find("LeftBlank").map(FormReader::constant).orElse(null),
                isRefusal(element));
    }

    private FormAct act(OdmElement element, EventDefinition event) {
        return new FormAct(
                line(element),
                place(element, event),
                FormReader.constant(element.get("Do")),
                element.get("Reason"),
                isRefusal(element));
    }

    /**
     * @param event the visit at hand; null between visits
     */
    private Optional<Step> expect(OdmElement element, EventDefinition event) {
        boolean items = has(element, OF_ITEMS);
        boolean visit = has(element, OF_VISITS);
        boolean eligibility = has(element, OF_ELIGIBILITY);
        if (Stream.of(items, visit, eligibility).filter(Boolean::booleanValue).count() != 1) {
            faults.add(
                    element,
                    "Expect one kind of thing: of an item or form (%s), of a visit (%s), or of eligibility (%s).",
                    String.join(", ", OF_ITEMS),
                    String.join(", ", OF_VISITS),
                    String.join(", ", OF_ELIGIBILITY));
            return Optional.empty();
        }
        if (visit) {
            return Optional.of(expectVisit(element, event));
        }
        return Optional.of(eligibility ? expectEligibility(element) : expectItems(element, event));
    }

    private ExpectItems expectItems(OdmElement element, EventDefinition event) {
        if (event == null) {
            faults.add(element, "Put it inside a cb:Visit, which says at which visit it is seen.");
        }
        Place place = place(element, event);
        if (place.item() == null
                && (element.find("Value").isPresent()
                        || element.find("Readable").isPresent())) {
            faults.add(element, "Value and Readable are expected of an item; name it by ItemOID.");
        }
        List<String> checks = element.find("Checks")
                .map(text -> Stream.of(text.split("\\s+"))
                        .filter(oid -> !oid.isEmpty())
                        .toList())
                .orElse(element.isYes("Only") ? List.of() : null);
        if (checks != null && event != null) {
            requireChecks(element, place, checks);
        }
        return new ExpectItems(
                line(element),
                place,
                yesNo(element, "Shown"),
                yesNo(element, "Readable"),
                element.get("Value"),
                checks,
                element.isYes("Only"));
    }

    private void requireChecks(OdmElement element, Place place, List<String> checks) {
        FormDefinition form = forms.get(place.form());
        if (form == null) {
            return;
        }
        checks.stream()
                .filter(check -> !CHECKS_OF_OURS.contains(check))
                .filter(check -> form.items().stream()
                        .filter(item -> place.item() == null || item.oid().equals(place.item()))
                        .flatMap(item -> item.checks().stream())
                        .noneMatch(known -> known.oid().equals(check)))
                .forEach(check -> faults.add(
                        element,
                        "There is no check %s on %s.",
                        check,
                        place.item() == null ? place.form() : place.form() + "." + place.item()));
    }

    private ExpectVisit expectVisit(OdmElement element, EventDefinition at) {
        String named = element.get("StudyEventOID");
        if (named == null && at == null) {
            faults.add(element, "Name the visit by StudyEventOID, or put it inside its cb:Visit.");
        }
        EventDefinition event = named == null ? at : event(element, named);
        if (event != null && event.isLog()) {
            faults.add(element, "%s holds logs and has no place in the schedule.", event.oid());
        }
        return new ExpectVisit(
                line(element),
                event == null ? named : event.oid(),
                date(element, "AsOf"),
                element.find("State").map(FormReader::constant).orElse(null),
                date(element, "Planned"),
                date(element, "Earliest"),
                date(element, "Latest"));
    }

    private ExpectEligibility expectEligibility(OdmElement element) {
        String criterion = element.get("CriterionOID");
        index.follow(element, "Criterion", criterion);
        boolean whole = element.find("Eligible").isPresent();
        if (element.find("Criterion").isPresent() != (criterion != null) || whole && criterion != null) {
            faults.add(element, "Criterion goes with CriterionOID; Eligible is said of all criteria together.");
        }
        Verdict verdict = element.find(whole ? "Eligible" : "Criterion")
                .map(word -> Verdict.valueOf(FormReader.constant(word)))
                .orElse(null);
        return new ExpectEligibility(line(element), criterion, verdict, yesNo(element, "Consented"));
    }

    private Place place(OdmElement element, EventDefinition event) {
        String form = element.get("ItemGroupOID");
        String item = element.get("ItemOID");
        Integer row = element.find("Row").map(Integer::valueOf).orElse(null);
        FormDefinition found = form == null ? null : forms.get(form);
        if (found == null) {
            faults.add(element, "Name a form by ItemGroupOID; %s is none.", form);
        } else if (event != null && event.findForm(form).isEmpty()) {
            faults.add(element, "The form %s is not filled at %s.", form, event.oid());
        } else if (found.log() != (row != null)) {
            faults.add(element, found.log() ? "%s is a log: say which Row." : "%s is no log and has no Row.", form);
        } else if (item != null && found.findItem(item).isEmpty()) {
            faults.add(element, "The form %s has no item %s.", form, item);
        }
        return new Place(form, row, item);
    }

    private EventDefinition event(OdmElement from, String oid) {
        index.follow(from, "StudyEventDef", oid);
        return events.stream()
                .filter(event -> event.oid().equals(oid))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(OdmElement element, List<String> attributes) {
        return attributes.stream().anyMatch(attribute -> element.find(attribute).isPresent());
    }

    private static boolean isRefusal(OdmElement element) {
        return "Refused".equals(element.get("Expect"));
    }

    private static Boolean yesNo(OdmElement element, String attribute) {
        return element.find(attribute).map("Yes"::equals).orElse(null);
    }

    private static LocalDate date(OdmElement element, String attribute) {
        return element.find(attribute).map(LocalDate::parse).orElse(null);
    }

    private static Line line(OdmElement element) {
        return new Line(element.line());
    }
}
