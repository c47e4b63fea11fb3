package org.casebook.capture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Truth;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.PracticeVisits;
import org.casebook.subject.Gate;

/**
 * The casebook of one participant in memory, for test participants: what is typed is read, judged and followed up by the very
 * rules of production, and refused where production refuses. Nothing is stored, nobody is told.
 */
public final class PracticeCasebook {

    private static final String SITE = "0";
    private static final long NO_VERSION = 0;

    private final StudyDefinition study;
    private final StudyRules rules;
    private final String subject;
    private final Surroundings.Outlook outlook;
    private final Entanglements.Net net;
    private final PracticeVisits visits;
    private final List<CaseForm> forms = new ArrayList<>();
    private LocalDate today;
    private Gate gate = new Gate(null, List.of(), null);

    /**
     * Where an item stands.
     *
     * @param event OID of the visit, or of the event that holds the log
     * @param row number of the row in its log, from 1; null for forms of visits
     */
    public record Place(String event, String form, Integer row, String item) {}

    /** What is typed into one item; as in {@link Entry}. */
    public record Typed(String text, String unit, String leftBlank) {}

    /** Today is the date at the site until {@link #turnTo}; the day of randomisation is null where there is none. */
    public PracticeCasebook(
            StudyDefinition study, StudyRules rules, String subject, LocalDate today, LocalDate randomizedOn) {
        this.study = study;
        this.rules = rules;
        this.subject = subject;
        this.today = today;
        this.visits = new PracticeVisits(study, randomizedOn);
        this.net = Entanglements.Net.of(study, rules);
        this.outlook = new Surroundings.Outlook(study, rules, new InMemory());
    }

    /** From now on it is this day at the site. */
    public void turnTo(LocalDate day) {
        today = day;
    }

    public LocalDate today() {
        return today;
    }

    /** Records when a visit took place; the reason is null when none is given. */
    public void visit(String event, LocalDate date, String reason) {
        visits.date(event, date, reason, today);
    }

    /** Records that a visit did not take place. */
    public void notDone(String event, String reason) {
        visits.notDone(event, reason, today);
    }

    /** Types into an item; the form, or the next row of the log, comes into being by the first entry. */
    public void type(Place place, Typed typed) {
        CaseForm form = opened(place);
        ItemDefinition item = study.form(place.form())
                .findItem(place.item())
                .orElseThrow(() -> new NotFound("item", place.item(), form.scope()));
        FormJudge judge = outlook.judge(form.seat(), item);
        ItemState held = form.document().item(item.oid());
        requireRows(form, item, typed.text());
        Entry entry = new Entry(
                "practice", item.oid(), typed.text(), typed.unit(), typed.leftBlank(), held.revision(), "practice");
        FormDocument before =
                form.correct(entry, judge.read(item, held, entry), after -> judge.judgeAgain(after, item), now());
        follow(new Difference(judge.definition(), before, form, null));
    }

    /** In practice rows have no ids: what is linked to goes by the number of its row. */
    private void requireRows(CaseForm form, ItemDefinition item, String text) {
        boolean linked = item.link() != null && text != null;
        String rows = linked && item.read(text).value() != null ? text : "";
        for (String row : linked ? rows.split(" *, *") : new String[0]) {
            boolean there = forms.stream()
                    .anyMatch(other -> other != form
                            && other.seat().form().equals(item.link().form())
                            && row.equals(String.valueOf(other.seat().row())));
            if (!there) {
                throw new NotFound("row of " + item.link().form(), row, form.scope());
            }
        }
    }

    /** Does to a form as a whole what {@code act} says: COMPLETE, REOPEN, NOT_DONE, VOID, LOCK or UNLOCK. */
    public void act(Place place, String act, String reason) {
        CaseForm form = act.equals("NOT_DONE") ? opened(place) : held(seat(place), act.equals("REOPEN"));
        boolean counted = !form.isVoid();
        switch (act) {
            case "COMPLETE" -> form.complete(study.form(place.form()), now());
            case "NOT_DONE" -> form.markNotDone(Entry.LeftBlank.NOT_DONE, reason, now());
            case "VOID" -> form.voidIt(reason, now());
            case "LOCK" -> form.lock(reason, now());
            case "UNLOCK" -> form.unlock(reason, now());
            default -> form.reopen(reason, now());
        }
        if (counted == form.isVoid()) {
            FormDocument before = counted ? form.document() : FormDocument.EMPTY;
            follow(new Difference(study.form(place.form()), before, form, reason));
        }
        form.follow(outlook.judge(form.seat())::judge, reason, now());
    }

    /** The form there; a void one where it is to be taken back and no other stands in its place. */
    private CaseForm held(CaseForm.Seat seat, boolean voidToo) {
        Optional<CaseForm> gone = forms.stream()
                .filter(form -> voidToo && form.seat().equals(seat))
                .findFirst();
        return find(seat).or(() -> gone).orElseThrow(() -> new NotFound("form", seat.form(), scope()));
    }

    private void follow(Difference difference) {
        Consequences.spread(difference, this::dependents, this::judgeAgain).forEach(this::tell);
    }

    /**
     * What is held about an item; of a form that nobody has opened, what its rules make of it when it is.
     *
     * @throws NotFound when the study has no such item there
     */
    public ItemState item(Place place) {
        study.item(place.form(), place.item());
        return document(place).item(place.item());
    }

    /** The items of the form on which a check stands, with these checks; in the form's order. */
    public List<Standing> standing(Place place) {
        FormDocument document = document(place);
        return study.form(place.form()).items().stream()
                .flatMap(item ->
                        document.item(item.oid()).checks().stream().map(check -> new Standing(item.oid(), check)))
                .toList();
    }

    /** A check that stands against an item; as in {@link ItemState#checks}. */
    public record Standing(String item, String check) {}

    /** Whether a form is collected at a visit; unknown while what decides it is missing. */
    public Truth collected(String event, String form) {
        EventDefinition at = study.event(event);
        EventDefinition.FormRef ref =
                at.findForm(form).orElseThrow(() -> new NotFound("form of event " + event, form, scope()));
        return rules.collected(ref, outlook.items(rules.collectionItems(at)));
    }

    /** What stands before randomisation, as far as forms tell it; never signed. */
    public Gate gate() {
        return gate;
    }

    /** A visit as of a day. */
    public PlannedVisit visit(String event, LocalDate asOf) {
        return visits.get(event, asOf);
    }

    private FormDocument document(Place place) {
        CaseForm.Seat seat = seat(place);
        return find(seat)
                .map(CaseForm::document)
                .orElseGet(() -> outlook.judge(seat).judge(FormDocument.EMPTY));
    }

    private CaseForm opened(Place place) {
        CaseForm.Seat seat = seat(place);
        return find(seat).orElseGet(() -> {
            if (seat.event() != null) {
                outlook.requirePlanned(seat);
                visits.requireTakingPlace(subject, seat.event());
            }
            if (seat.row() != null) {
                requireNext(seat);
            }
            FormJudge judge = outlook.judge(seat);
            CaseForm form = new CaseForm(scope(), seat, judge::judge, now());
            forms.add(form);
            follow(new Difference(judge.definition(), FormDocument.EMPTY, form, null));
            return form;
        });
    }

    private void requireNext(CaseForm.Seat seat) {
        long rows = forms.stream()
                .filter(form -> form.seat().form().equals(seat.form())
                        && Objects.equals(form.seat().event(), seat.event()))
                .count();
        if (seat.row() != rows + 1) {
            throw new Invalid("The log “" + study.form(seat.form()).name().text() + "” has " + rows
                    + " rows, so the next one is row " + (rows + 1) + ", not " + seat.row() + ".");
        }
    }

    private CaseForm.Seat seat(Place place) {
        FormDefinition form = study.form(place.form());
        boolean log = form.log();
        if (log != (place.row() != null)) {
            throw new Invalid("“" + form.name().text() + "” "
                    + (log ? "is a log: say which row." : "is no log and has no rows."));
        }
        boolean atVisit = !log
                || place.event() != null
                        && study.findEvent(place.event())
                                .filter(event -> !event.isLog())
                                .isPresent();
        return new CaseForm.Seat(subject, atVisit ? place.event() : null, place.form(), place.row(), NO_VERSION);
    }

    private Optional<CaseForm> find(CaseForm.Seat seat) {
        // a void form makes room for another; a void row keeps its number
        return forms.stream()
                .filter(form -> form.seat().equals(seat) && (seat.row() != null || !form.isVoid()))
                .findFirst();
    }

    private List<CaseForm> dependents(Difference cause) {
        var looking = net.formsLookingAt(cause.valuesChanged());
        return forms.stream()
                .filter(form -> looking.contains(form.seat().form()))
                .toList();
    }

    private Optional<Difference> judgeAgain(CaseForm form, Difference cause) {
        FormJudge judge = outlook.judge(form.seat());
        FormDocument before = form.document();
        String why = Consequences.why(cause);
        return form.follow(judge::judge, why, now()).map(fact -> new Difference(judge.definition(), before, form, why));
    }

    private void tell(Difference difference) {
        GateNews.Content content = new GateNews.Content(difference, study);
        content.anchors().forEach(visits::anchor);
        if (content.isConsent()) {
            gate = new Gate(content.consentDate(), gate.criteria(), null);
        }
        if (net.criteriaLookAt(difference.valuesChanged())) {
            gate = new Gate(gate.consentDate(), GateNews.judged(outlook), null);
        }
    }

    private Scope scope() {
        return Scope.of(study.oid(), SITE);
    }

    private Instant now() {
        return today.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private final class InMemory implements Surroundings.Records {

        @Override
        public List<CaseForm> forms() {
            return List.copyOf(forms);
        }

        @Override
        public LocalDate today() {
            return Objects.requireNonNull(today);
        }

        @Override
        public ZoneId zone() {
            return null;
        }

        @Override
        public Optional<LocalDate> dateOf(String event) {
            return visits.dateOf(event);
        }
    }
}
