package org.casebook.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.casebook.capture.FormState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.FormRef;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.VisitState;

/**
 * The way through a participant's casebook: visit by visit, form by form; through a log row by row. A form that is not started
 * stands on the way where its visit took place already, for whoever enters data.
 *
 * @param collected whether a form is collected at a visit
 */
record Way(Reader reader, boolean enters, BiPredicate<EventDefinition, FormRef> collected) {

    Neighbours around(FormState here) {
        List<Stop> stops = here.row() == null ? ofVisits(here) : ofLog(here);
        int at = -1;
        for (int i = 0; i < stops.size(); i++) {
            if (is(stops.get(i), here)) {
                at = i;
            }
        }
        List<Stop> before = at < 0 ? List.of() : stops.subList(0, at);
        List<Stop> after = at < 0 ? List.of() : stops.subList(at + 1, stops.size());
        Optional<Stop> visitBefore = before.stream()
                .filter(stop -> !Objects.equals(stop.event(), here.event()))
                .reduce((earlier, later) -> later);
        return new Neighbours(
                before.isEmpty() ? null : before.get(before.size() - 1),
                after.isEmpty() ? null : after.get(0),
                visitBefore.flatMap(last -> firstOf(last.event(), before)).orElse(null),
                after.stream()
                        .filter(stop -> !Objects.equals(stop.event(), here.event()))
                        .findFirst()
                        .orElse(null));
    }

    /** A form that was not begun is known by its seat. */
    private static boolean is(Stop stop, FormState here) {
        return here.id() == 0
                ? stop.formId() == null
                        && stop.form().equals(here.form())
                        && stop.event().equals(here.event())
                : Objects.equals(stop.formId(), here.id());
    }

    private static Optional<Stop> firstOf(String event, List<Stop> stops) {
        return stops.stream()
                .filter(stop -> Objects.equals(stop.event(), event))
                .findFirst();
    }

    private List<Stop> ofVisits(FormState here) {
        List<Stop> stops = new ArrayList<>();
        for (PlannedVisit visit : reader.plan()) {
            EventDefinition event = reader.study().event(visit.event());
            boolean begun = visit.state() != VisitState.NOT_DONE
                    && (visit.state().tookPlace()
                            || reader.forms().stream()
                                    .anyMatch(form ->
                                            standing(form) && event.oid().equals(form.event())));
            for (FormRef ref : event.forms()) {
                if (!reader.study().form(ref.formOid()).log()) {
                    boolean open = here.id() == 0
                            && event.oid().equals(here.event())
                            && ref.formOid().equals(here.form());
                    stop(event, ref, begun, open).ifPresent(stops::add);
                }
            }
        }
        return stops;
    }

    /** @param open whether it is the form from which is looked: that stands on the way in any case */
    private Optional<Stop> stop(EventDefinition event, FormRef ref, boolean begun, boolean open) {
        Optional<FormState> stands = reader.forms().stream()
                .filter(form -> standing(form)
                        && event.oid().equals(form.event())
                        && ref.formOid().equals(form.form())
                        && form.row() == null)
                .findFirst();
        if (stands.isEmpty() && !open && !(begun && enters && collected.test(event, ref))) {
            return Optional.empty();
        }
        String language = reader.language();
        return Optional.of(new Stop(
                event.oid(),
                event.name().in(language),
                ref.formOid(),
                reader.study().form(ref.formOid()).name().in(language),
                stands.map(FormState::id).orElse(null)));
    }

    private List<Stop> ofLog(FormState here) {
        String name = reader.study().form(here.form()).name().in(reader.language());
        return reader.forms().stream()
                .filter(form -> standing(form)
                        && form.row() != null
                        && form.form().equals(here.form())
                        && Objects.equals(form.event(), here.event()))
                .map(form -> new Stop(form.event(), name, form.form(), name + " " + form.row(), form.id()))
                .toList();
    }

    private static boolean standing(FormState form) {
        return form.state() != FormState.State.VOID;
    }
}
