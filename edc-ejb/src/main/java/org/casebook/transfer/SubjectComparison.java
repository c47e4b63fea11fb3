package org.casebook.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.capture.FormState;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Words;
import org.casebook.transfer.Finding.Kind;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;
import org.casebook.transfer.SourceSubject.Value;

/** Holds one participant of a file against what the study has: findings for people, and steps to take. Pure. */
final class SubjectComparison {

    /** The form in which Casebook's own exports put the date of a visit. */
    private static final String VISIT_FORM = "CASEBOOK.VISIT";

    private static final int LONGEST = 600;

    private final SourceSubject source;
    private final Standing standing;
    private final StudyDefinition study;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Seat, FormStep> steps = new LinkedHashMap<>();
    private final Map<Seat, FormCourse> courses = new LinkedHashMap<>();
    private final List<String> emptyAndUnknown = new ArrayList<>();
    private int passedOver;

    SubjectComparison(SourceSubject source, Standing standing) {
        this.source = source;
        this.standing = standing;
        this.study = standing.definition();
        compare();
    }

    /**
     * Where values belong.
     *
     * @param row what tells rows of a log apart in the file; null for forms of visits
     */
    record Seat(String event, String form, String row) {}

    /**
     * What is to be done with one form.
     *
     * @param event at which it stands; null for logs that belong to no visit
     * @param form as it stands; null while it is to be started
     * @param removedAt line that says that it goes; 0: it stays
     */
    record FormStep(Seat seat, String event, FormState form, int removedAt, List<ValueStep> values) {}

    /** One value to store; without text and left-blank reason the item is emptied. */
    record ValueStep(int line, String item, String text, String unit, String leftBlank, boolean replaces) {}

    Standing standing() {
        return standing;
    }

    List<Finding> findings() {
        return findings;
    }

    List<FormStep> steps() {
        return List.copyOf(steps.values());
    }

    /** OIDs of item groups that the study does not have, and in which nothing stands. */
    List<String> emptyAndUnknown() {
        return emptyAndUnknown;
    }

    /** Values of parts that belong to Casebook's own exports and are not taken. */
    int passedOver() {
        return passedOver;
    }

    private void compare() {
        Optional<String> refused = standing.refuses(source);
        if (refused.isPresent()) {
            fault(source.line(), null, null, refused.get());
            return;
        }
        source.content().oddities().forEach(odd -> fault(odd.line(), null, null, odd.sentence()));
        source.groups().forEach(this::compare);
        courses.forEach(this::judge);
        // a history of Casebook begins at the beginning, however much of it came before
        boolean inserted = source.act() == Act.INSERT && standing.subject() != null && !source.exported();
        if (inserted && !steps.isEmpty()) {
            fault(
                    source.line(),
                    null,
                    null,
                    "The file inserts the participant, who is here already as %s, with other data. Write Update or Upsert."
                            .formatted(standing.subject()));
        }
    }

    private void compare(Group group) {
        if (group.path().isEmpty() && group.act() == Act.REMOVE) {
            fault(group.line(), null, null, "A file does not remove visits. Declare the visit not done instead.");
            return;
        }
        if (!group.path().isEmpty() && group.path().get(0).oid().equals(VISIT_FORM)) {
            passedOver += group.values().size();
            return;
        }
        Optional<EventDefinition> event = study.findEvent(group.event().oid())
                .filter(found -> found.occurrence().isFirst());
        if (event.isEmpty()) {
            String sentence = "The study plans no visit %s. Correct its OID."
                    .formatted(group.event().oid());
            fault(group.line(), null, null, sentence);
        } else if (!group.path().isEmpty()) {
            compareForms(group);
        }
    }

    private void compareForms(Group group) {
        List<FormDefinition> forms = group.forms(study);
        if (forms.isEmpty()) {
            String names =
                    String.join(" / ", group.path().stream().map(Level::oid).toList());
            fault(group.line(), null, null, "The study has no form %s.".formatted(names));
        } else if (group.removes(forms.get(0))) {
            remove(group, forms.get(0));
        } else if (group.values().isEmpty()) {
            named(group, forms.get(0));
        } else {
            group.values().forEach(value -> compare(group, forms, value));
        }
    }

    /** Nothing is given there, but what is named must be there; a group that a repair left out of the study holds nothing. */
    private void named(Group group, FormDefinition form) {
        ItemPlace place = new ItemPlace(study, form, null);
        Optional<String> unknown = place.unknown(group.path());
        if (unknown.isPresent()) {
            emptyAndUnknown.add(unknown.get());
            return;
        }
        Seat seat = new Seat(visit(group), form.oid(), null);
        place.fault(group.path())
                .ifPresentOrElse(
                        misplaced -> fault(group.line(), seat, null, misplaced),
                        () -> seat(group, form, group.line(), null).ifPresent(there -> begin(there, group.act())));
    }

    private String visit(Group group) {
        return new RepeatKeys(study, group).event();
    }

    private void begin(Seat seat, Act act) {
        if (act == Act.INSERT || act == Act.UPSERT) {
            course(seat).begin();
        } else if (act == Act.RESTORE) {
            course(seat).restore();
        }
    }

    private FormCourse course(Seat seat) {
        return courses.computeIfAbsent(seat, any -> new FormCourse(source.transactional()));
    }

    private void compare(Group group, List<FormDefinition> forms, Value value) {
        Optional<FormDefinition> holder = forms.stream()
                .filter(form -> form.findItem(value.item()).isPresent())
                .findFirst();
        if (holder.isEmpty()) {
            Seat seat = new Seat(visit(group), forms.get(0).oid(), null);
            fault(value.line(), seat, value.item(), "The form has no item %s.".formatted(value.item()));
            return;
        }
        Optional<String> misplaced = new ItemPlace(study, holder.get(), value.item()).fault(group.path());
        if (misplaced.isPresent()) {
            Seat seat = new Seat(visit(group), holder.get().oid(), null);
            fault(value.line(), seat, value.item(), misplaced.get());
            return;
        }
        seat(group, holder.get(), value.line(), value.item()).ifPresent(seat -> give(seat, value));
    }

    private void give(Seat seat, Value value) {
        course(seat).give(value).ifPresent(sentence -> fault(value.line(), seat, value.item(), sentence));
    }

    private Optional<Seat> seat(Group group, FormDefinition form, int line, String item) {
        RepeatKeys repeats = new RepeatKeys(study, group);
        Seat seat = new Seat(repeats.event(), form.oid(), form.log() ? repeats.rowKey() : null);
        if (study.event(group.event().oid()).findForm(form.oid()).isEmpty() && form.partOf() == null) {
            fault(line, seat, item, "The form is not filled at this visit.");
            return Optional.empty();
        }
        if (!form.log() && repeats.any()) {
            fault(line, seat, item, "It stands in a repeat, but the study plans this form once at this visit.");
            return Optional.empty();
        }
        Optional<String> invented = repeats.invented();
        invented.ifPresent(sentence -> fault(line, seat, item, sentence));
        return invented.isPresent() ? Optional.empty() : Optional.of(seat);
    }

    private void remove(Group group, FormDefinition form) {
        Seat seat = seat(group, form, group.line(), null).orElse(null);
        if (seat == null) {
            return;
        }
        if (group.isWhole(form)) {
            course(seat).remove(group.line());
            return;
        }
        form.sections().stream()
                .filter(section -> group.innermost().oid().equals(section.oid()))
                .map(SectionDefinition::items)
                .forEach(items -> items.forEach(item -> give(seat, Value.removal(group.line(), item.oid()))));
    }

    private void judge(Seat seat, FormCourse course) {
        FormState held = standing.find(seat).orElse(null);
        boolean gone = held != null && held.state() == FormState.State.VOID;
        if (course.isRemoved()) {
            judgeRemoval(seat, course, gone ? null : held);
        } else if (gone && course.isEmptied()) {
            open(held, course.removedAt(), seat, null);
        } else {
            course.values(held, study.form(seat.form()))
                    .forEach(value -> judge(seat, study.item(seat.form(), value.item()), value));
        }
    }

    private void judgeRemoval(Seat seat, FormCourse course, FormState held) {
        int line = course.removedAt();
        if (held == null && standing.isVoid(seat)) {
            findings.add(at(line, seat, null, Kind.SAME).saying("It is void already."));
        } else if (held == null && course.isMade()) {
            findings.add(
                    at(line, seat, null, Kind.SAME).saying("The file makes it and removes it again; nothing is kept."));
        } else if (held == null) {
            fault(
                    line,
                    seat,
                    null,
                    "The file removes it, but it is not here. Correct its key, or leave the removal out.");
        } else if (open(held, line, seat, null)) {
            steps.put(seat, new FormStep(seat, standing.placeOf(seat), held, line, new ArrayList<>()));
            findings.add(at(line, seat, null, Kind.REMOVED).saying("form", null, "The form becomes void."));
        }
    }

    private void judge(Seat seat, ItemDefinition item, Value value) {
        FormState held = standing.find(seat).orElse(null);
        if (held != null && !open(held, value.line(), seat, item.oid())) {
            return;
        }
        Verdict verdict = new Verdict(study, item, value, held);
        findings.add(at(value.line(), seat, item.oid(), verdict.kind())
                .saying(verdict.before(), verdict.after(), verdict.sentence()));
        if (verdict.isStored()) {
            steps.computeIfAbsent(
                            seat, place -> new FormStep(place, standing.placeOf(place), held, 0, new ArrayList<>()))
                    .values()
                    .add(verdict.step());
        }
    }

    private boolean open(FormState held, int line, Seat seat, String item) {
        if (held.locked()) {
            fault(line, seat, item, "The form is locked. Unlock it before data come in.");
            return false;
        }
        if (held.state() == FormState.State.VOID || held.state() == FormState.State.NOT_DONE) {
            String state = held.state() == FormState.State.VOID ? "void" : "declared not done";
            fault(
                    line,
                    seat,
                    item,
                    "The form is %s, so that nothing can be entered. Reopen it first.".formatted(state));
            return false;
        }
        return true;
    }

    private void fault(int line, Seat seat, String item, String sentence) {
        findings.add(at(line, seat, item, Kind.FAULT).saying(Words.shortened(sentence, LONGEST)));
    }

    private Finding at(int line, Seat seat, String item, Kind kind) {
        return Finding.at(line, source.key(), seat, item, kind);
    }
}
