package org.casebook.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmDraft;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remarks;

/** Events: in the order of the protocol, each with its forms, and of the type that its forms tell. */
final class EventTranslation {

    /** OID of the visit that is made for a file without events; its clinical data name none. */
    static final String ALL_FORMS = "ALL_FORMS";

    private final OldVersion version;
    private final Faults faults;
    private final Remarks remarks;

    EventTranslation(OldVersion version, Faults faults, Remarks remarks) {
        this.version = version;
        this.faults = faults;
        this.remarks = remarks;
    }

    List<OdmElement> events() {
        if (version.all("StudyEventDef").isEmpty() && !version.all("FormDef").isEmpty()) {
            return List.of(eventOfAllForms());
        }
        Set<OdmElement> inOrder = new HashSet<>();
        List<OdmElement> events = new ArrayList<>();
        for (OdmElement protocol : version.all("Protocol")) {
            for (OdmElement ref : OldVersion.refs(protocol, "StudyEventRef")) {
                version.find("StudyEventDef", ref.get("StudyEventOID"))
                        .filter(event -> !inOrder.contains(event))
                        .ifPresentOrElse(
                                event -> {
                                    inOrder.add(event);
                                    event(event, ref).ifPresent(events::add);
                                },
                                () -> faults.add(ref, "The event %s stands in the protocol twice.", ref.oid()));
            }
        }
        version.all("StudyEventDef").stream()
                .filter(event -> !inOrder.contains(event))
                .forEach(event -> event(event, null).ifPresent(events::add));
        return events;
    }

    private OdmElement eventOfAllForms() {
        OdmElement first = version.all("FormDef").get(0);
        Repair.NO_EVENTS.tell(
                remarks,
                version.element(),
                "The file has forms and no events; all forms stand at one visit, %s.",
                ALL_FORMS);
        OdmDraft event = new OdmDraft("StudyEventDef", first)
                .set("OID", ALL_FORMS)
                .set("Name", "Visit")
                .set("Repeating", "No")
                .set("Type", "Scheduled");
        version.all("FormDef")
                .forEach(form -> event.add(new OdmDraft("ItemGroupRef", form)
                        .set("ItemGroupOID", form.oid())
                        .set("Mandatory", "No")));
        return event.done();
    }

    private Optional<OdmElement> event(OdmElement event, OdmElement ref) {
        if (OldVersion.refs(event, "FormRef").isEmpty()) {
            Repair.EMPTY_EVENT.tell(remarks, event, "It has no forms and was left out.");
            return Optional.empty();
        }
        String above = ref == null ? null : condition(ref);
        OdmDraft draft = new OdmDraft("StudyEventDef", event)
                .copy(event, "OID", "Name", "Category")
                .texts("Description", Texts.of(event, "Description"));
        String type = type(event);
        draft.set("Type", type).set("Repeating", !type.equals("Common") && event.isYes("Repeating") ? "Yes" : "No");
        for (OdmElement form : OldVersion.refs(event, "FormRef")) {
            String own = condition(form);
            if (own != null && above != null) {
                faults.add(form, "Both the event and this form have a condition; one of them can be told, not both.");
            }
            draft.add(new OdmDraft("ItemGroupRef", form)
                    .set("ItemGroupOID", form.get("FormOID"))
                    .copy(form, "OrderNumber", "Mandatory")
                    .set("CollectionExceptionConditionOID", own == null ? above : own));
        }
        event.children("Alias").forEach(alias -> draft.add(Translation.alias(alias)));
        return Optional.of(draft.done());
    }

    private static String condition(OdmElement ref) {
        return ref.get("CollectionExceptionConditionOID");
    }

    private String type(OdmElement event) {
        boolean common = event.get("Type").equals("Common");
        if (common && holdsLogsOnly(event)) {
            return "Common";
        }
        boolean repeats = event.isYes("Repeating");
        if (common) {
            Repair.COMMON_VISIT.tell(
                    remarks,
                    event,
                    "It is of type Common, yet has forms that do not repeat; it is taken as %s.",
                    repeats ? "a visit out of plan" : "a scheduled visit");
        } else if (repeats && event.get("Type").equals("Scheduled")) {
            Repair.REPEATING_VISIT.tell(
                    remarks,
                    event,
                    "It is scheduled and repeats; it is taken as a visit out of plan, as often as it takes place.");
        }
        return repeats || event.get("Type").equals("Unscheduled") ? "Unscheduled" : "Scheduled";
    }

    private boolean holdsLogsOnly(OdmElement event) {
        return OldVersion.refs(event, "FormRef").stream()
                .allMatch(ref -> version.find("FormDef", ref.get("FormOID"))
                        .filter(form -> form.isYes("Repeating"))
                        .isPresent());
    }
}
