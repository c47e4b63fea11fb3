package org.casebook.veil;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.EventDefinition.Occurrence;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.SectionDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.rules.ItemRule;

/**
 * What the blinded must not see of a study: items that are marked ({@code cb:Blinded}), items that are computed from them or
 * shown because of them, and what checks say that look at them. Immutable.
 *
 * @param items {@code FORM/ITEM}
 * @param checks checks on items that are seen themselves, {@code FORM/ITEM/CHECK}
 * @param events OIDs of events that participants of one arm have, with all that is recorded there
 */
public record Veil(Set<String> items, Set<String> checks, Set<String> events) {

    /** Hides nothing. */
    public static final Veil NONE = new Veil(Set.of(), Set.of(), Set.of());

    public Veil {
        items = Set.copyOf(items);
        checks = Set.copyOf(checks);
        events = Set.copyOf(events);
    }

    /** What one version of a study hides. */
    public static Veil of(StudyDefinition study, StudyRules rules) {
        return of(study, rules, NONE);
    }

    /** The same where more is hidden already, since another version of the study marks it. */
    static Veil of(StudyDefinition study, StudyRules rules, Veil more) {
        return marks(study) || !more.isEmpty() ? new Weaving(study, rules).weave(more) : NONE;
    }

    /** Whether anything is marked in a study, or tells the arm by being there. */
    public static boolean marks(StudyDefinition study) {
        return !study.eventsOfOneArm().isEmpty()
                || study.forms().values().stream()
                        .flatMap(form -> form.items().stream())
                        .anyMatch(ItemDefinition::blinded);
    }

    /** What is hidden by either. */
    public Veil and(Veil other) {
        return isEmpty()
                ? other
                : other.isEmpty()
                        ? this
                        : new Veil(both(items, other.items), both(checks, other.checks), both(events, other.events));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    public boolean isEmpty() {
        return items.isEmpty() && events.isEmpty();
    }

    /** The same for whoever may know of events that participants of one arm have. */
    public Veil withEventsSeen() {
        return new Veil(items, checks, Set.of());
    }

    /**
     * Whether all that lies at this event is hidden.
     *
     * @param event OID, or the reference to a later occurrence, which is hidden as the first is; null for what lies at none
     */
    public boolean hidesEvent(String event) {
        return event != null
                && !events.isEmpty()
                && events.contains(Occurrence.of(event).event());
    }

    public boolean hides(String form, String item) {
        return items.contains(form + "/" + item);
    }

    /**
     * Whether what a check says of an item is hidden, be it for the item or for what the check looks at.
     *
     * @param check null for what is said of the item otherwise
     */
    public boolean hides(String form, String item, String check) {
        return hides(form, item) || check != null && checks.contains(form + "/" + item + "/" + check);
    }

    /**
     * Whether a name in an expression means what is hidden.
     *
     * @param from the form on which the expression stands; null for none
     */
    public boolean hides(StudyRules rules, FormDefinition from, String name) {
        return from != null
                        && own(from, name)
                                .filter(item -> hides(from.oid(), item.oid()))
                                .isPresent()
                || rules.paths(Set.of(name)).stream()
                        .anyMatch(path -> hides(path.formOid(), path.itemOid()) || liesBehind(path));
    }

    /** Whether it is read at an event that is hidden. */
    private boolean liesBehind(ItemPath path) {
        return hidesEvent(path.eventOid());
    }

    /** The form as the blinded know it: without the items that are hidden. */
    public FormDefinition shown(FormDefinition form) {
        return isEmpty()
                ? form
                : new FormDefinition(
                        form.oid(),
                        form.name(),
                        form.help(),
                        form.log(),
                        form.purpose(),
                        form.signed(),
                        form.sections().stream()
                                .map(section -> shown(form.oid(), section))
                                .toList(),
                        form.partOf());
    }

    private SectionDefinition shown(String form, SectionDefinition section) {
        List<ItemDefinition> shown = section.items().stream()
                .filter(item -> !hides(form, item.oid()))
                .toList();
        return new SectionDefinition(section.oid(), section.title(), section.help(), shown, section.parentOid());
    }

    /** Finds what is made of the marked items, in as many rounds as it takes. */
    private static final class Weaving {

        private final StudyDefinition study;
        private final StudyRules rules;
        private final Set<String> items = new HashSet<>();
        private final Set<String> checks = new HashSet<>();
        private final Set<String> events = new HashSet<>();
        /** Items that a hard check keeps from counting elsewhere, so that what is made of them tells what it looks at. */
        private final Set<String> telling = new HashSet<>();

        private Weaving(StudyDefinition study, StudyRules rules) {
            this.study = study;
            this.rules = rules;
        }

        private Veil weave(Veil more) {
            items.addAll(more.items());
            events.addAll(more.events());
            study.eventsOfOneArm().forEach(event -> events.add(event.oid()));
            for (FormDefinition form : study.forms().values()) {
                form.items().stream()
                        .filter(ItemDefinition::blinded)
                        .forEach(item -> items.add(form.oid() + "/" + item.oid()));
            }
            int before;
            do {
                before = items.size() + checks.size();
                study.forms().values().forEach(this::spread);
            } while (items.size() + checks.size() > before);
            Set<String> onShown = checks.stream()
                    .filter(check -> !items.contains(check.substring(0, check.lastIndexOf('/'))))
                    .collect(Collectors.toSet());
            return new Veil(items, onShown, events);
        }

        private void spread(FormDefinition form) {
            for (ItemRule rule : rules.form(form.oid()).items()) {
                ItemDefinition item = own(form, rule.item()).orElseThrow();
                String place = form.oid() + "/" + item.oid();
                if (looksBehind(form, rule.needs()) || leadsBehind(item)) {
                    items.add(place);
                }
                for (ItemRule.CheckRule check : rule.checks()) {
                    if (looksBehind(form, check.names())) {
                        checks.add(place + "/" + check.oid());
                        if (check.hard()) {
                            telling.add(place);
                        }
                    }
                }
            }
        }

        /** A link to rows of which the blinded see nothing would tell that there are any. */
        private boolean leadsBehind(ItemDefinition item) {
            return item.link() != null
                    && study.form(item.link().form()).items().stream()
                            .allMatch(there -> items.contains(item.link().form() + "/" + there.oid()));
        }

        private boolean looksBehind(FormDefinition form, Set<String> names) {
            return names.stream()
                            .flatMap(name -> own(form, name).map(item -> form.oid() + "/" + item.oid()).stream())
                            .anyMatch(this::tells)
                    || rules.paths(names).stream()
                            .anyMatch(
                                    path -> tells(path.formOid() + "/" + path.itemOid()) || reaches(study, form, path));
        }

        private boolean tells(String place) {
            return items.contains(place) || telling.contains(place);
        }
    }

    /** Whether what stands where everybody looks is made of what only participants of one arm have. */
    static boolean reaches(StudyDefinition study, FormDefinition form, ItemPath path) {
        int last = study.events().stream()
                .filter(event ->
                        !event.isOfOneArm() && event.findForm(form.oid()).isPresent())
                .mapToInt(event -> event.isScheduled() ? event.order() : Integer.MAX_VALUE)
                .max()
                .orElse(0);
        List<EventDefinition> ofOneArm = study.eventsOfOneArm();
        return switch (path.which()) {
            case AT, ROWS ->
                last > 0 && ofOneArm.stream().anyMatch(event -> event.oid().equals(path.eventOid()));
            case FIRST -> false;
            case PREVIOUS, LAST ->
                ofOneArm.stream()
                        .anyMatch(event -> event.order() < last
                                && event.findForm(path.formOid()).isPresent());
        };
    }

    private static Optional<ItemDefinition> own(FormDefinition form, String name) {
        return form.items().stream()
                .filter(item -> item.nameInExpressions().equals(name))
                .findFirst();
    }
}
