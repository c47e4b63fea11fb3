package org.casebook.definition;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.casebook.definition.FormDefinition.Purpose;
import org.casebook.definition.ItemDefinition.Role;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.ExpressionIsFaulty;

/** Holds a definition against itself: what single elements cannot tell. */
final class DefinitionChecks {

    private static final Map<Role, Set<DataType>> TYPES_OF_ROLES = Map.of(
            Role.CONSENT_DATE, Set.of(DataType.DATE),
            Role.CONSENT_GIVEN, Set.of(DataType.BOOLEAN),
            Role.ELIGIBILITY, Set.of(DataType.BOOLEAN),
            Role.BIRTH_DATE, Set.of(DataType.DATE, DataType.PARTIAL_DATE),
            Role.SEX, Set.of(DataType.CHOICE),
            Role.INJECTION_DATE, Set.of(DataType.DATE),
            Role.END_DATE, Set.of(DataType.DATE),
            Role.END_STATUS, Set.of(DataType.CHOICE),
            Role.IDENTIFIER, Set.of(DataType.TEXT, DataType.INTEGER, DataType.CHOICE));

    static final String EVENT = "StudyEventDef";
    static final String FORM = "ItemGroupDef";
    static final String ITEM = "ItemDef";
    static final String CONDITION = "ConditionDef";
    static final String METHOD = "MethodDef";

    private final StudyDefinition study;
    private final OdmIndex index;
    private final Faults faults;

    DefinitionChecks(StudyDefinition study, OdmIndex index, Faults faults) {
        this.study = study;
        this.index = index;
        this.faults = faults;
    }

    void run() {
        checkOidsAreUnique();
        checkRoles();
        checkPurposes();
        checkLinks();
        Timings.check(study, (event, sentence, values) -> fault(EVENT, event, sentence, values));
        study.units().values().stream()
                .filter(unit -> !study.units().containsKey(unit.standard()))
                .forEach(unit -> fault("cb:Unit", unit.oid(), "Its standard unit %s does not exist.", unit.standard()));
        if (study.randomizes()) {
            checkRandomization();
        }
        // expressions can be compiled only where all references lead somewhere; else they are read for their language
        if (faults.isEmpty()) {
            new StudyRules(study, (kind, oid, sentence) -> fault(kind, oid, "%s", sentence));
        } else {
            study.conditions()
                    .values()
                    .forEach(condition -> requireReadable(CONDITION, condition.oid(), condition.expression()));
            study.methods().values().forEach(method -> requireReadable(METHOD, method.oid(), method.expression()));
            study.forms().values().stream()
                    .flatMap(form -> form.items().stream())
                    .forEach(item ->
                            item.checks().forEach(check -> requireReadable(ITEM, item.oid(), check.expression())));
        }
    }

    private void requireReadable(String kind, String oid, String expression) {
        if (expression == null || expression.isBlank()) {
            return;
        }
        try {
            Expression.requireReadable(expression);
        } catch (ExpressionIsFaulty faulty) {
            fault(kind, oid, "%s", faulty.getMessage());
        }
    }

    private void checkOidsAreUnique() {
        Map<String, String> owners = new HashMap<>();
        for (FormDefinition form : study.forms().values()) {
            for (ItemDefinition item : form.items()) {
                for (CheckDefinition check : item.checks()) {
                    String owner = owners.putIfAbsent(check.oid(), item.oid());
                    if (owner != null && !owner.equals(item.oid())) {
                        fault(ITEM, item.oid(), "The check %s has the same OID as a check of %s.", check.oid(), owner);
                    }
                }
                Set<String> own = new HashSet<>();
                item.checks().stream()
                        .filter(check -> !own.add(check.oid()))
                        .forEach(check -> fault(ITEM, item.oid(), "The check %s is given twice.", check.oid()));
            }
        }
    }

    /** The system acts on these values: each must be told by one item only, of a type that can tell it. */
    private void checkRoles() {
        Map<Role, String> owners = new EnumMap<>(Role.class);
        for (FormDefinition form : study.forms().values()) {
            for (ItemDefinition item : form.items()) {
                Set<DataType> fitting = TYPES_OF_ROLES.getOrDefault(item.role(), Set.of(item.type()));
                if (!fitting.contains(item.type())) {
                    fault(ITEM, item.oid(), "Its role %s does not fit its type %s.", item.role(), item.type());
                }
                String place = form.oid() + "." + item.oid();
                String owner = item.role() == Role.NONE ? null : owners.putIfAbsent(item.role(), place);
                if (owner != null) {
                    fault(ITEM, item.oid(), "The role %s belongs to %s already.", item.role(), owner);
                }
            }
        }
    }

    private void checkPurposes() {
        for (Purpose purpose : List.of(Purpose.CONSENT, Purpose.ELIGIBILITY, Purpose.END_OF_STUDY)) {
            study.forms().values().stream()
                    .filter(form -> form.purpose() == purpose)
                    .skip(1)
                    .forEach(form -> fault(FORM, form.oid(), "Another form has the purpose %s already.", purpose));
        }
    }

    /** Only forms with rows have what a value can lead to. */
    private void checkLinks() {
        study.forms().values().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> item.link() != null
                        && study.findForm(item.link().form())
                                .filter(FormDefinition::log)
                                .isEmpty())
                .forEach(item -> fault(
                        ITEM,
                        item.oid(),
                        "It links to %s, which is no form with rows (Repeating).",
                        item.link().form()));
    }

    private void checkRandomization() {
        RandomizationDefinition plan = study.randomization();
        int smallest = plan.ratio().stream()
                .mapToInt(RandomizationDefinition.ArmShare::share)
                .sum();
        List<Integer> wrong = plan.blockSizes().stream()
                .filter(size -> smallest == 0 || size % smallest != 0)
                .toList();
        OdmElement place = index.find(
                        "Arm", study.arms().isEmpty() ? "" : study.arms().get(0).oid())
                .orElse(null);
        if (!wrong.isEmpty() && place != null) {
            faults.add(place, "The block sizes %s are not multiples of %d, the sum of the ratio.", wrong, smallest);
        }
        if (place != null
                && study.formFor(Purpose.ELIGIBILITY)
                        .filter(FormDefinition::signed)
                        .isEmpty()) {
            faults.add(
                    place,
                    "Participants are randomised after the investigator signed their eligibility; "
                            + "the study has no signed form of the purpose Eligibility.");
        }
        if (place != null) {
            checkMethod(plan, place, smallest);
            plan.items().forEach(item -> checkStratum(item, place));
        }
    }

    /** By lists or by minimisation, and what either needs. */
    private void checkMethod(RandomizationDefinition plan, OdmElement place, int shares) {
        if (!plan.minimises()) {
            if (plan.blockSizes().isEmpty() || plan.slotsPerStratum() < 1) {
                faults.add(place, "Lists need SlotsPerStratum and at least one BlockSize; or give cb:Minimisation.");
            }
            return;
        }
        if (!plan.blockSizes().isEmpty() || !plan.strata().isEmpty() || plan.bySite()) {
            faults.add(
                    place,
                    "Minimisation takes no BlockSize and no Stratum, and BySite is No: give the site and the items as factors.");
        }
        RandomizationDefinition.MinimisationPlan minimisation = plan.minimisation();
        BigDecimal chance = BigDecimal.valueOf(plan.ratio().stream()
                .mapToInt(RandomizationDefinition.ArmShare::share)
                .max()
                .orElse(0));
        boolean fits = minimisation.probability().compareTo(BigDecimal.ONE) <= 0
                && minimisation
                                .probability()
                                .multiply(BigDecimal.valueOf(shares))
                                .compareTo(chance)
                        >= 0;
        if (!fits) {
            faults.add(
                    place,
                    "The probability %s of the preferred arm lies outside what chance gives the largest arm (%s of %d) and 1.",
                    minimisation.probability(),
                    chance,
                    shares);
        }
        checkFactors(minimisation, place);
    }

    private void checkFactors(RandomizationDefinition.MinimisationPlan minimisation, OdmElement place) {
        if (minimisation.factors().stream().anyMatch(factor -> factor.weight().signum() <= 0)) {
            faults.add(place, "Each factor's weight is above 0.");
        }
        if (minimisation.factors().stream()
                        .map(RandomizationDefinition.Factor::name)
                        .distinct()
                        .count()
                < minimisation.factors().size()) {
            faults.add(place, "A factor of the minimisation stands there twice.");
        }
    }

    /** Its code is told with counts and lists, so it may be hidden from nobody. */
    private void checkStratum(RandomizationDefinition.Stratum stratum, OdmElement place) {
        Optional<ItemDefinition> item = study.findItem(stratum.formOid(), stratum.itemOid());
        if (item.filter(found -> found.type() == DataType.CHOICE).isEmpty()) {
            faults.add(place, "The stratum %s.%s is no choice item.", stratum.formOid(), stratum.itemOid());
        } else if (item.get().blinded()) {
            faults.add(place, "The stratum %s.%s is blinded.", stratum.formOid(), stratum.itemOid());
        }
    }

    private void fault(String kind, String oid, String sentence, Object... values) {
        index.find(kind, oid)
                .or(() -> index.find(kind, oid.split(Pattern.quote(ItemReader.OR))[0]))
                .ifPresent(element -> faults.add(element, sentence, values));
    }
}
