package org.casebook.laboratory;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.site.SiteRegister;
import org.casebook.study.Definitions;

/** Keeping the laboratories of a study and their ranges. Ranges are the data manager's: no site sets what is normal. */
@Stateless
public class LaboratoryDesk {

    @Inject
    private Laboratories laboratories;

    @Inject
    private RangeDesk ranges;

    @Inject
    private Definitions definitions;

    @Inject
    private SiteRegister sites;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** The laboratories of the study, or those that serve the scope's site, by code. */
    @Allowed(Permission.VIEW_STUDY)
    public List<LaboratoryView> list(Scope scope) {
        return laboratories.list(scope).stream().map(Laboratory::toView).toList();
    }

    /** Their ranges, by analyte, laboratory, sex, age and date. */
    @Allowed(Permission.VIEW_STUDY)
    public List<RangeView> ranges(Scope scope) {
        return laboratories.ranges(scope);
    }

    /** What the study's newest released version measures. */
    @Allowed(Permission.VIEW_STUDY)
    public List<Analyte> analytes(Scope scope) {
        return Analyte.of(definitions.get(definitions.released(scope.study())));
    }

    /**
     * Enters a laboratory.
     *
     * @throws LaboratoryIsKnown when its code is taken
     */
    @Allowed(Permission.MAINTAIN_RANGES)
    public LaboratoryView add(Scope scope, LaboratoryView wanted) {
        Scope study = Scope.of(scope.study());
        if (wanted.site() != null) {
            sites.get(Scope.of(scope.study(), wanted.site()));
        }
        if (laboratories.list(study).stream().anyMatch(known -> known.is(wanted.code()))) {
            throw new LaboratoryIsKnown(wanted.code());
        }
        Laboratory laboratory = new Laboratory(scope.study(), wanted, clock.instant());
        laboratories.add(laboratory);
        facts.fire(new LaboratoryAdded(study, laboratory.toView()));
        return laboratory.toView();
    }

    /**
     * Enters a range.
     *
     * @throws RangesOverlap when another holds for some of the same samples
     * @throws Invalid when something cannot be understood, or the study does not measure it
     */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangeView addRange(Scope scope, RangeDraft draft) {
        return ranges.add(Scope.of(scope.study()), draft, analytes(scope));
    }

    /** Changes a range; what was judged by it before stays as it was found. */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangeView changeRange(Scope scope, long id, RangeDraft draft, String reason) {
        String why = Words.needed(reason, Sentence.of("laboratory", "whyChanged"));
        return ranges.change(Scope.of(scope.study()), id, draft, analytes(scope), why);
    }

    /**
     * Ends a range.
     *
     * @param last the last day on which samples are held against it
     */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangeView endRange(Scope scope, long id, LocalDate last, String reason) {
        String why = Words.needed(reason, Sentence.of("laboratory", "whyEnded"));
        if (last == null) {
            throw new Invalid(Sentence.of("laboratory", "lastNeeded"));
        }
        Scope study = Scope.of(scope.study());
        LaboratoryRange range = laboratories.range(study, id);
        RangeView before = range.toView();
        range.end(last);
        laboratories.settle();
        facts.fire(new RangeSet(study, RangeSet.Act.ENDED, before, range.toView(), why));
        return range.toView();
    }

    /** What would come of a file of ranges; nothing is kept. */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangeReport tryFile(Scope scope, String csv) {
        return ranges.file(Scope.of(scope.study()), RangeFile.read(csv), analytes(scope), false);
    }

    /** Takes a file of ranges, all of it, or nothing when anything is wrong with it. */
    @Allowed(Permission.MAINTAIN_RANGES)
    public RangeReport takeFile(Scope scope, String csv) {
        return ranges.file(Scope.of(scope.study()), RangeFile.read(csv), analytes(scope), true);
    }

    /** The ranges of the scope as such a file: taken again it changes nothing. */
    @Allowed(Permission.VIEW_STUDY)
    public String toFile(Scope scope) {
        return RangeFile.write(laboratories.ranges(scope));
    }
}
