package org.casebook.veil;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.casebook.definition.CriterionDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.ItemDefinition.Role;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.rules.ItemRule;

/**
 * Where the blinded would learn what is hidden from them although no value is shown: by a window that is counted from it, a form
 * that is collected because of it, a criterion or a stratum that looks at it, a value that a check turns away. What is shown
 * cannot be un-shown there, so such a study file is at fault (ICH E6(R3) 4.1.2).
 */
public final class Leaks {

    private final StudyDefinition study;
    private final StudyRules rules;
    private final Veil veil;
    private final List<Leak> leaks = new ArrayList<>();

    /**
     * One place that would tell.
     *
     * @param kind element at fault, for example {@code StudyEventDef}
     * @param oid its OID
     * @param sentence what it tells and how to mend it
     */
    public record Leak(String kind, String oid, String sentence) {}

    private Leaks(StudyDefinition study, StudyRules rules, Veil veil) {
        this.study = study;
        this.rules = rules;
        this.veil = veil;
    }

    /**
     * Every such place of a version, in the order of the file's kinds; none where nothing is marked.
     *
     * @param more what other versions of the study hide: a mark counts for the data of all
     */
    public static List<Leak> of(StudyDefinition study, StudyRules rules, Veil more) {
        Veil veil = Veil.of(study, rules, more);
        if (veil.isEmpty()) {
            return List.of();
        }
        Leaks search = new Leaks(study, rules, veil);
        search.lookAtArms();
        study.events().forEach(search::lookAt);
        study.criteria().forEach(search::lookAt);
        study.forms().values().forEach(search::lookAt);
        search.lookAtStrata();
        return search.leaks;
    }

    /** Whoever has an event of one arm tells the arm: it must be known from a point on, and others must not lean on it. */
    private void lookAtArms() {
        List<EventDefinition> ofOneArm = study.eventsOfOneArm();
        if (ofOneArm.isEmpty()) {
            return;
        }
        boolean opens = study.randomizes()
                && study.findEvent(study.randomization().unblindingOid())
                        .filter(event -> event.isScheduled() && !event.isOfOneArm())
                        .isPresent();
        if (!opens) {
            tell(
                    "StudyEventDef",
                    ofOneArm.get(0).oid(),
                    "Only participants of the arm %s have it, so that having it would tell the arm. Name in cb:Randomization"
                            + " by UnblindAfter the scheduled visit, of all arms, after which the treatment is made known.",
                    ofOneArm.get(0).armOid());
        }
    }

    /** What the window is counted from, and judged by. */
    private void lookAt(EventDefinition event, EventDefinition.Timing timing) {
        if (timing.isAnchoredOnItem() && veil.hides(timing.anchorFormOid(), timing.anchorItemOid())) {
            tell(
                    "StudyEventDef",
                    event.oid(),
                    "Its window is counted from item %s of form %s, which is hidden from the blinded: the window would tell"
                            + " them. Count it from another date, or take the mark from the item.",
                    timing.anchorItemOid(),
                    timing.anchorFormOid());
        }
        if (timing.clock() != null) {
            EventDefinition.Clock clock = timing.clock();
            lookAtTime(event, clock.anchorFormOid(), clock.anchorItemOid());
            lookAtTime(event, clock.formOid(), clock.itemOid());
        }
    }

    private void lookAtTime(EventDefinition event, String form, String item) {
        if (item != null && veil.hides(form, item)) {
            tell(
                    "StudyEventDef",
                    event.oid(),
                    "Its window is judged by item %s of form %s, which is hidden from the blinded: early and late would tell"
                            + " them. Take another time, or take the mark from the item.",
                    item,
                    form);
        }
    }

    private void lookAt(EventDefinition event) {
        if (event.isLog() && event.isOfOneArm()) {
            tell(
                    "StudyEventDef",
                    event.oid(),
                    "Its logs stand at no visit, so that their rows would be seen, and only participants of the arm %s have"
                            + " them. Give all arms the logs, or let the forms repeat at the visits of the arm.",
                    event.armOid());
        }
        EventDefinition.Timing timing = event.timing();
        if (timing != null && !event.isOfOneArm() && veil.hidesEvent(timing.anchorEventOid())) {
            tell(
                    "StudyEventDef",
                    event.oid(),
                    "Its window is counted from %s, which only participants of one arm have: the window would tell the arm."
                            + " Count it from what all have.",
                    timing.anchorEventOid());
        }
        if (timing != null) {
            lookAt(event, timing);
        }
        for (EventDefinition.FormRef ref : event.forms()) {
            behind(null, ref.conditionOid())
                    .ifPresent(hidden -> tell(
                            "StudyEventDef",
                            event.oid(),
                            "Whether form %s is collected depends by condition %s on %s, hidden from the blinded: the form"
                                    + " would tell them. Collect it always, or let the condition look at what all may see.",
                            ref.formOid(),
                            ref.conditionOid(),
                            hidden));
        }
    }

    private void lookAt(CriterionDefinition criterion) {
        behind(null, criterion.conditionOid())
                .ifPresent(hidden -> tell(
                        "Criterion",
                        criterion.oid(),
                        "It looks by condition %s at %s, hidden from the blinded: whether it is met would tell them. Let it"
                                + " look at what all may see.",
                        criterion.conditionOid(),
                        hidden));
    }

    private void lookAt(FormDefinition form) {
        for (ItemDefinition item : form.items()) {
            if (item.role() != Role.NONE && veil.hides(form.oid(), item.oid())) {
                tell(
                        "ItemDef",
                        item.oid(),
                        "What it says shows beyond its form, by its role %s, although it is hidden from the blinded on form"
                                + " %s. Take the role or the mark from it.",
                        item.role(),
                        form.oid());
            }
            lookAtLink(form, item);
        }
        Set<String> seen = form.items().stream()
                .filter(item -> !veil.hides(form.oid(), item.oid()))
                .map(ItemDefinition::nameInExpressions)
                .collect(Collectors.toSet());
        rules.form(form.oid()).items().stream()
                .filter(rule -> seen.contains(rule.item()))
                .forEach(rule -> lookAt(form, rule));
        rules.form(form.oid()).items().forEach(rule -> lookAtReach(form, rule));
    }

    /** The ids of rows that a value leads to would tell that there are such rows. */
    private void lookAtLink(FormDefinition form, ItemDefinition item) {
        if (item.link() != null && !veil.hides(form.oid(), item.oid()) && stands(form.oid(), false)) {
            String there = item.link().form();
            if (stands(there, true)) {
                tell(
                        "ItemDef",
                        item.oid(),
                        "On form %s, which all arms have, it links to rows of %s at visits that only participants of one arm"
                                + " have: a value would tell the arm. Link to a log of all arms, or put the link on the form at"
                                + " those visits.",
                        form.oid(),
                        there);
            }
        }
    }

    private boolean stands(String form, boolean atOneArms) {
        return study.events().stream()
                .anyMatch(event ->
                        event.isOfOneArm() == atOneArms && event.findForm(form).isPresent());
    }

    private void lookAt(FormDefinition form, ItemRule rule) {
        String oid = oid(form, rule);
        hidden(form, rule.looksAt())
                .ifPresent(hidden -> tell(
                        "ItemDef",
                        oid,
                        "Its reference range on form %s is chosen by %s, hidden from the blinded: the flag would tell them."
                                + " Choose it by what all may see, or mark %s too.",
                        form.oid(),
                        hidden,
                        oid));
        for (ItemRule.CheckRule check : rule.checks()) {
            if (check.hard()) {
                hidden(form, check.names())
                        .ifPresent(hidden -> tell(
                                "ItemDef",
                                oid,
                                "Its hard check %s looks on form %s at %s, hidden from the blinded: a value that is turned"
                                        + " away would tell them. Make the check soft, or mark %s too.",
                                check.oid(),
                                form.oid(),
                                hidden,
                                oid));
            }
        }
    }

    /** What is worked out anew because of a later period gives its form a new revision and time, though its value is hidden. */
    private void lookAtReach(FormDefinition form, ItemRule rule) {
        Set<String> names = new TreeSet<>(rule.needs());
        rule.checks().forEach(check -> names.addAll(check.names()));
        rules.paths(names).stream()
                .filter(path -> Veil.reaches(study, form, path))
                .findFirst()
                .ifPresent(path -> tell(
                        "ItemDef",
                        oid(form, rule),
                        "On form %s, which all arms have, it looks at item %s of form %s at visits that only participants of one"
                                + " arm have: the form would change with them, which tells the arm. Put it on a form at those"
                                + " visits.",
                        form.oid(),
                        path.itemOid(),
                        path.formOid()));
    }

    private static String oid(FormDefinition form, ItemRule rule) {
        return form.items().stream()
                .filter(item -> item.nameInExpressions().equals(rule.item()))
                .map(ItemDefinition::oid)
                .findFirst()
                .orElseThrow();
    }

    private void lookAtStrata() {
        if (!study.randomizes()) {
            return;
        }
        study.randomization().items().stream()
                .filter(stratum -> veil.hides(stratum.formOid(), stratum.itemOid()))
                .forEach(stratum -> tell(
                        "ItemDef",
                        stratum.itemOid(),
                        "It is a stratum of the randomisation and hidden from the blinded, who see the strata. Take the mark"
                                + " from it."));
    }

    private Optional<String> behind(FormDefinition form, String conditionOid) {
        return conditionOid == null
                ? Optional.empty()
                : hidden(form, rules.condition(conditionOid).names());
    }

    /** The first hidden name among these. */
    private Optional<String> hidden(FormDefinition form, Set<String> names) {
        Set<String> inOrder = new TreeSet<>(names);
        return inOrder.stream().filter(name -> veil.hides(rules, form, name)).findFirst();
    }

    private void tell(String kind, String oid, String sentence, Object... values) {
        leaks.add(new Leak(kind, oid, sentence.formatted(values)));
    }
}
