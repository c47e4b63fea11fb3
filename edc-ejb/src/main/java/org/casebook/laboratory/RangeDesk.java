package org.casebook.laboratory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** Sets ranges, each held against all others of its laboratory. */
@ApplicationScoped
class RangeDesk {

    @Inject
    private Laboratories laboratories;

    @Inject
    private Event<Fact> facts;

    RangeView add(Scope scope, RangeDraft draft, List<Analyte> analytes) {
        LaboratoryRange range = fit(scope, draft, analytes);
        requireApart(range.toView(), laboratories.ranges(scope));
        laboratories.add(range);
        laboratories.settle();
        facts.fire(new RangeSet(scope, RangeSet.Act.ADDED, null, range.toView(), null));
        return range.toView();
    }

    RangeView change(Scope scope, long id, RangeDraft draft, List<Analyte> analytes, String reason) {
        LaboratoryRange range = laboratories.range(scope, id);
        RangeView before = range.toView();
        RangeView wanted = fit(scope, draft, analytes).toView();
        if (!wanted.laboratory().equals(before.laboratory())
                || !wanted.analyte().equals(before.analyte())) {
            throw new Invalid(Sentence.of("laboratory", "stays"));
        }
        requireApart(
                wanted,
                laboratories.ranges(scope).stream()
                        .filter(other -> other.id() != id)
                        .toList());
        range.change(draft.read());
        laboratories.settle();
        facts.fire(new RangeSet(scope, RangeSet.Act.CHANGED, before, range.toView(), reason));
        return range.toView();
    }

    /**
     * @param take whether the file is taken when nothing is wrong with it
     */
    RangeReport file(Scope scope, RangeFile file, List<Analyte> analytes, boolean take) {
        List<RangeView> known = new ArrayList<>(laboratories.ranges(scope));
        List<LaboratoryRange> added = new ArrayList<>();
        List<RangeReport.RowFault> faults = new ArrayList<>();
        for (RangeFile.Row row : file.rows()) {
            try {
                LaboratoryRange range = fit(scope, row.draft(), analytes);
                RangeView view = range.toView();
                if (known.stream().noneMatch(other -> equal(view, other))) {
                    requireApart(view, known);
                    added.add(range);
                    known.add(view);
                }
            } catch (Invalid | RangesOverlap wrong) {
                faults.add(new RangeReport.RowFault(row.line(), wrong.sentence()));
            }
        }
        boolean taken = take && faults.isEmpty();
        if (taken) {
            added.forEach(laboratories::add);
            laboratories.settle();
            added.forEach(range -> facts.fire(new RangeSet(scope, RangeSet.Act.ADDED, null, range.toView(), null)));
        }
        return new RangeReport(added.size(), file.rows().size() - added.size() - faults.size(), faults, taken);
    }

    private LaboratoryRange fit(Scope scope, RangeDraft draft, List<Analyte> analytes) {
        Laboratory laboratory = laboratories
                .hold(scope, draft.laboratory())
                .orElseThrow(() -> new Invalid(Sentence.of(
                        "laboratory",
                        "noLaboratory",
                        Objects.toString(draft.laboratory(), ""),
                        laboratories.list(scope).stream()
                                .map(known -> known.toView().code())
                                .collect(Collectors.joining(", ")))));
        Analyte analyte = analytes.stream()
                .filter(known -> known.code().equals(draft.analyte()))
                .findFirst()
                .orElseThrow(() -> new Invalid(Sentence.of(
                        "laboratory",
                        "notMeasured",
                        Objects.toString(draft.analyte(), ""),
                        analytes.stream().map(Analyte::code).collect(Collectors.joining(", ")))));
        if (!analyte.takes(draft.unit())) {
            Sentence none = Sentence.of("laboratory", "noUnit");
            throw new Invalid(Sentence.of(
                    "laboratory",
                    "otherUnit",
                    analyte.code(),
                    analyte.units().isEmpty() ? none : String.join(" / ", analyte.units()),
                    draft.unit() == null ? none : "“" + draft.unit() + "”"));
        }
        if (!analyte.takesSex(draft.sex())) {
            throw new Invalid(Sentence.of(
                    "laboratory", "otherSex", analyte.code(), draft.sex(), String.join(", ", analyte.sexes())));
        }
        return new LaboratoryRange(scope.study(), laboratory, analyte.code(), draft.read());
    }

    private static void requireApart(RangeView wanted, List<RangeView> others) {
        others.stream().filter(wanted::overlaps).findFirst().ifPresent(other -> {
            throw new RangesOverlap(wanted, other);
        });
    }

    private static boolean equal(RangeView one, RangeView other) {
        return one.laboratory().equals(other.laboratory())
                && one.analyte().equals(other.analyte())
                && one.sentence().equals(other.sentence());
    }
}
