package org.casebook.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.EventDefinition.Occurrence;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.odm.OdmPart;

/**
 * One version of a study as its file plans it (ODM {@code Study} with one {@code MetaDataVersion}). Immutable; every
 * reference inside was checked when the file was read, so a lookup by an OID that came from the definition never fails.
 *
 * @param oid the study's OID, the author's and never changed, for example {@code BMMSC}
 * @param name short name (ODM {@code StudyName})
 * @param description what the study is about; may be empty
 * @param versionOid OID of this version (ODM {@code MetaDataVersion/@OID})
 * @param versionName name of this version
 * @param languages language tags used in the texts, the study's own language first; at least one
 * @param arms the arms in the file's order; empty when the study has none
 * @param epochs the epochs in order
 * @param events the visits and logs in order
 * @param forms the forms by OID, in the file's order
 * @param codeLists the code lists by OID
 * @param units the units by OID
 * @param conditions the conditions by OID
 * @param methods the methods by OID
 * @param criteria inclusion criteria, then exclusion criteria, each in order
 * @param randomization how participants are allocated; null when the study does not randomise
 * @param testParticipants by which the version is tried before it is released, in the file's order
 * @param source the file as it was understood, in canonical order: also what is kept while nothing acts on it (workflow,
 *     codings, expressions of other languages); {@link OdmPart#NONE} when there was no file
 */
public record StudyDefinition(
        String oid,
        String name,
        TranslatedText description,
        String versionOid,
        String versionName,
        List<String> languages,
        List<Arm> arms,
        List<Epoch> epochs,
        List<EventDefinition> events,
        Map<String, FormDefinition> forms,
        Map<String, CodeListDefinition> codeLists,
        Map<String, Unit> units,
        Map<String, Condition> conditions,
        Map<String, Method> methods,
        List<CriterionDefinition> criteria,
        RandomizationDefinition randomization,
        List<TestParticipant> testParticipants,
        OdmPart source) {

    public StudyDefinition {
        languages = List.copyOf(languages);
        arms = List.copyOf(arms);
        epochs = List.copyOf(epochs);
        events = List.copyOf(events);
        forms = ordered(forms);
        codeLists = ordered(codeLists);
        units = ordered(units);
        conditions = ordered(conditions);
        methods = ordered(methods);
        criteria = List.copyOf(criteria);
        testParticipants = List.copyOf(testParticipants);
    }

    /** A group of participants that receives one sequence of treatments. */
    public record Arm(String oid, TranslatedText name, TranslatedText description) {}

    /** A stretch of the study, for example screening or follow-up. */
    public record Epoch(String oid, TranslatedText name, int order) {}

    /**
     * A unit of measurement.
     *
     * @param symbol what is shown beside the value, for example {@code mmHg}
     * @param standard OID of the standard unit of the same quantity; its own OID when it is the standard
     * @param factor what a value in this unit is multiplied by to become one in the standard unit; never 0
     * @param offset what is added after multiplying
     */
    public record Unit(
            String oid, TranslatedText name, String symbol, String standard, BigDecimal factor, BigDecimal offset) {

        /**
         * A value in this unit as one in the standard unit, rounded half up, plain and without zeros at the end.
         *
         * @param digits the most after the point; null: as many as come of it
         */
        public String toStandard(String value, Integer digits) {
            BigDecimal converted = new BigDecimal(value).multiply(factor).add(offset);
            boolean longer = digits != null && converted.scale() > digits;
            return plain(longer ? converted.setScale(digits, RoundingMode.HALF_UP) : converted);
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }

        /** A value in the standard unit as one in this unit, with 12 digits at most, plain and without zeros at the end. */
        public String fromStandard(String value) {
            return plain(new BigDecimal(value).subtract(offset).divide(factor, new MathContext(12)));
        }
    }

    /**
     * A number in the unit with this symbol, turned into the standard unit of an item; empty when it cannot be.
     *
     * @param own the item's unit; null: it has none
     * @param symbol null: no unit
     */
    public Optional<BigDecimal> inStandard(Unit own, String symbol, BigDecimal number) {
        if (own == null || symbol == null || symbol.equals(own.symbol())) {
            return own == null && symbol != null || own != null && symbol == null
                    ? Optional.empty()
                    : Optional.of(number);
        }
        return units.values().stream()
                .filter(unit -> own.oid().equals(unit.standard()) && symbol.equals(unit.symbol()))
                .findFirst()
                .map(unit -> number.multiply(unit.factor()).add(unit.offset()).stripTrailingZeros());
    }

    /**
     * How recruitment is planned: so many participants, randomised or else enrolled evenly from the first to the last month.
     *
     * @param participants at least 1
     * @param last not before {@code first}
     */
    public record RecruitmentPlan(int participants, YearMonth first, YearMonth last) {

        private static RecruitmentPlan of(OdmPart part) {
            Map<String, String> said = part.attributes();
            return new RecruitmentPlan(
                    Integer.parseInt(said.get("PlannedParticipants")),
                    YearMonth.parse(said.get("FirstMonth")),
                    YearMonth.parse(said.get("LastMonth")));
        }
    }

    /** The plan of recruitment ({@code cb:Recruitment}, or with the randomisation in older files); null when there is none. */
    public RecruitmentPlan recruitment() {
        return Stream.of("cb:Recruitment", "cb:Randomization")
                .flatMap(name -> source.all(name).limit(1))
                .filter(part -> part.attributes().containsKey("PlannedParticipants"))
                .findFirst()
                .map(RecruitmentPlan::of)
                .orElse(null);
    }

    /** A named expression that is true, false or not yet known (ODM {@code ConditionDef}); only those in CEL are here. */
    public record Condition(String oid, TranslatedText name, String expression) {}

    /** A named expression that computes a value (ODM {@code MethodDef}); only those in CEL are here. */
    public record Method(String oid, TranslatedText name, TranslatedText description, String expression) {}

    /** The same version with these test participants. */
    StudyDefinition triedBy(List<TestParticipant> participants) {
        return new StudyDefinition(
                oid,
                name,
                description,
                versionOid,
                versionName,
                languages,
                arms,
                epochs,
                events,
                forms,
                codeLists,
                units,
                conditions,
                methods,
                criteria,
                randomization,
                participants,
                source);
    }

    /**
     * The event with this OID, or its later occurrence of this reference ({@link EventDefinition.Occurrence}). Every visit is
     * found that may have been recorded, also where the event repeated in another version only; whether one more can be
     * recorded is asked elsewhere.
     */
    public Optional<EventDefinition> findEvent(String eventOid) {
        if (eventOid == null) {
            return Optional.empty();
        }
        Occurrence wanted = Occurrence.of(eventOid);
        return events.stream()
                .filter(event -> event.oid().equals(wanted.event()) && (wanted.isFirst() || !event.isLog()))
                .findFirst()
                .map(event -> event.occurrence(wanted.number()));
    }

    /**
     * The events in order, each with those of its later occurrences that are among the recorded behind it.
     *
     * @param recorded references of visits
     */
    public List<EventDefinition> eventsWith(Collection<String> recorded) {
        List<Integer> none = List.of();
        Map<String, List<Integer>> later = recorded.stream()
                .map(Occurrence::of)
                .filter(visit -> !visit.isFirst())
                .sorted(Comparator.comparing(Occurrence::number))
                .collect(Collectors.groupingBy(
                        Occurrence::event, Collectors.mapping(Occurrence::number, Collectors.toList())));
        return events.stream()
                .flatMap(event -> Stream.concat(
                        Stream.of(event),
                        event.isLog()
                                ? Stream.empty()
                                : later.getOrDefault(event.oid(), none).stream().map(event::occurrence)))
                .toList();
    }

    public Optional<FormDefinition> findForm(String formOid) {
        return Optional.ofNullable(forms.get(formOid));
    }

    public Optional<ItemDefinition> findItem(String formOid, String itemOid) {
        return findForm(formOid).flatMap(form -> form.findItem(itemOid));
    }

    /** The event with this OID; refused as not found when the study plans none. */
    public EventDefinition event(String eventOid) {
        return findEvent(eventOid).orElseThrow(() -> missing("event", eventOid));
    }

    /** The form with this OID; refused as not found when the study has none. */
    public FormDefinition form(String formOid) {
        return findForm(formOid).orElseThrow(() -> missing("form", formOid));
    }

    /** The item with this OID on this form; refused as not found when there is none. */
    public ItemDefinition item(String formOid, String itemOid) {
        return form(formOid).item(itemOid);
    }

    /** The events that are logs: forms that are open for the whole study and not tied to a visit. */
    public List<EventDefinition> logs() {
        return events.stream().filter(EventDefinition::isLog).toList();
    }

    /** The events that the schedule plans, in order. */
    public List<EventDefinition> scheduledEvents() {
        return events.stream().filter(EventDefinition::isScheduled).toList();
    }

    /** The events that participants of one arm have and others have not. */
    public List<EventDefinition> eventsOfOneArm() {
        return events.stream().filter(EventDefinition::isOfOneArm).toList();
    }

    /** The first form that serves this purpose, for example the end-of-study form. */
    public Optional<FormDefinition> formFor(FormDefinition.Purpose purpose) {
        return forms.values().stream().filter(form -> form.purpose() == purpose).findFirst();
    }

    public boolean randomizes() {
        return randomization != null;
    }

    /** The units in which a value of the item can be typed, its own first; none where there is no choice. */
    public List<Unit> unitsOf(ItemDefinition item) {
        Unit own = item.unit();
        if (own == null || item.isDerived()) {
            return List.of();
        }
        List<Unit> all = Stream.concat(
                        Stream.of(own),
                        units.values().stream()
                                .filter(unit -> own.oid().equals(unit.standard())
                                        && !own.oid().equals(unit.oid())))
                .toList();
        return all.size() > 1 ? all : List.of();
    }

    private NotFound missing(String what, String wanted) {
        return new NotFound(what, wanted, Scope.of(oid));
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
