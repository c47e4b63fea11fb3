package org.casebook.study;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.OdmIndex;
import org.casebook.rules.DataType;
import org.casebook.study.EventDefinition.Timing;

/** Holds a definition against itself: what single elements cannot tell. */
final class DefinitionChecks {

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
        study.events().stream().filter(event -> event.timing() != null).forEach(this::checkTiming);
        checkAnchorsEnd();
        study.units().values().stream()
                .filter(unit -> !study.units().containsKey(unit.standard()))
                .forEach(unit -> fault(unit.oid(), "Its standard unit %s does not exist.", unit.standard()));
        if (study.randomizes()) {
            checkRandomization();
        }
        // expressions can be compiled only where all references lead somewhere
        if (faults.isEmpty()) {
            new StudyRules(study, (oid, sentence) -> fault(oid, "%s", sentence));
        }
    }

    private void checkOidsAreUnique() {
        Map<String, String> owners = new HashMap<>();
        for (FormDefinition form : study.forms().values()) {
            for (ItemDefinition item : form.items()) {
                for (CheckDefinition check : item.checks()) {
                    String owner = owners.putIfAbsent(check.oid(), item.oid());
                    if (owner != null && !owner.equals(item.oid())) {
                        fault(item.oid(), "The check %s has the same OID as a check of %s.", check.oid(), owner);
                    }
                }
                Set<String> own = new HashSet<>();
                item.checks().stream()
                        .filter(check -> !own.add(check.oid()))
                        .forEach(check -> fault(item.oid(), "The check %s is given twice.", check.oid()));
            }
        }
    }

    private void checkTiming(EventDefinition event) {
        Timing timing = event.timing();
        if (timing.anchorFormOid() == null && timing.anchorItemOid() == null) {
            return;
        }
        boolean there = study.findEvent(timing.anchorEventOid())
                .flatMap(anchor -> anchor.findForm(String.valueOf(timing.anchorFormOid())))
                .isPresent();
        boolean date = there
                && study.findItem(timing.anchorFormOid(), String.valueOf(timing.anchorItemOid()))
                        .filter(item -> item.type() == DataType.DATE)
                        .isPresent();
        if (!date) {
            fault(
                    event.oid(),
                    "Its window is counted from item %s of form %s at %s, which is no complete date there.",
                    timing.anchorItemOid(),
                    timing.anchorFormOid(),
                    timing.anchorEventOid());
        }
    }

    private void checkAnchorsEnd() {
        for (EventDefinition event : study.events()) {
            Set<String> seen = new HashSet<>();
            EventDefinition at = event;
            while (at != null && at.timing() != null) {
                if (!seen.add(at.oid())) {
                    fault(event.oid(), "Its window is counted from itself, by way of %s.", String.join(", ", seen));
                    break;
                }
                at = study.findEvent(at.timing().anchorEventOid()).orElse(null);
            }
        }
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
                        study.arms().isEmpty() ? "" : study.arms().get(0).oid())
                .orElse(null);
        if (!wrong.isEmpty() && place != null) {
            faults.add(place, "The block sizes %s are not multiples of %d, the sum of the ratio.", wrong, smallest);
        }
        for (RandomizationDefinition.Stratum stratum : plan.strata()) {
            boolean choice = study.findItem(stratum.formOid(), stratum.itemOid())
                    .filter(item -> item.type() == DataType.CHOICE)
                    .isPresent();
            if (!choice && place != null) {
                faults.add(place, "The stratum %s.%s is no choice item.", stratum.formOid(), stratum.itemOid());
            }
        }
    }

    private void fault(String oid, String sentence, Object... values) {
        index.find(oid).ifPresent(element -> faults.add(element, sentence, values));
    }
}
