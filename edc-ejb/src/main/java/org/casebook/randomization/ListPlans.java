package org.casebook.randomization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.allotment.Levels;
import org.casebook.allotment.ListFault;
import org.casebook.allotment.ListFile;
import org.casebook.allotment.ListFileIsFaulty;
import org.casebook.allotment.ListShape;
import org.casebook.allotment.ListedSlot;
import org.casebook.definition.CodeListDefinition.CodeListItem;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.Stratum;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;

/** What lists a study needs, as the version in force plans it. */
@ApplicationScoped
class ListPlans {

    private static final String ROOM = "randomization";

    /** More combinations than this nobody fills, and nobody reviews. */
    private static final int MOST_COMBINATIONS = 100;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    /** What a version plans. */
    record Planned(StudyDefinition study, RandomizationDefinition plan, long version) {}

    /** Where a part of a file belongs. */
    record Part(String site, Levels codes) {}

    Planned planFor(Scope place) {
        Planned planned = planned(place);
        if (planned.plan().bySite() == place.wholeStudy()) {
            throw new Invalid(Sentence.of(ROOM, planned.plan().bySite() ? "siteBySite" : "oneForAll"));
        }
        return planned;
    }

    Planned forUpload(Scope study) {
        Planned planned = planned(Scope.of(study.study()));
        if (planned.plan().minimises()) {
            throw new Invalid(Sentence.of(ROOM, "takesNoLists"));
        }
        return planned;
    }

    List<Levels> combinations(Planned planned) {
        Map<String, List<String>> permitted = new LinkedHashMap<>();
        int count = 1;
        for (Stratum stratum : planned.plan().strata()) {
            List<String> codes = codes(item(planned.study(), stratum));
            permitted.put(stratum.name(), codes);
            count = Math.multiplyExact(count, codes.size());
            if (count > MOST_COMBINATIONS) {
                throw new Invalid(Sentence.of(ROOM, "tooManyCombinations", MOST_COMBINATIONS));
            }
        }
        return Levels.combinations(permitted);
    }

    /** What a list from elsewhere must fit. */
    ListShape shape(Scope study, Planned planned) {
        Map<String, String> arms = new HashMap<>();
        planned.study().arms().forEach(arm -> {
            arms.put(arm.oid(), arm.oid());
            arms.put(arm.name().text(), arm.oid());
        });
        Set<String> numbers = planned.plan().bySite()
                ? sites.list(Scope.of(study.study())).stream()
                        .map(SiteView::number)
                        .collect(Collectors.toSet())
                : Set.of();
        List<ListShape.Column> columns = planned.plan().strata().stream()
                .map(stratum -> new ListShape.Column(
                        stratum.name(),
                        Set.copyOf(List.of(stratum.itemOid(), stratum.name()).stream()
                                .distinct()
                                .toList()),
                        Set.copyOf(codes(item(planned.study(), stratum)))))
                .toList();
        return new ListShape(arms, numbers, columns);
    }

    /** The file's rows by where they belong, in the file's order. */
    Map<Part, List<ListedSlot>> parts(ListFile file, Planned planned) {
        Map<Part, List<ListedSlot>> parts = new LinkedHashMap<>();
        for (ListedSlot slot : file.slots()) {
            Levels codes = Levels.NONE;
            for (Stratum stratum : planned.plan().strata()) {
                codes = codes.and(stratum.name(), slot.codes().get(stratum.name()));
            }
            parts.computeIfAbsent(new Part(slot.site(), codes), none -> new ArrayList<>())
                    .add(slot);
        }
        return parts;
    }

    /** @throws ListFileIsFaulty when a number of the file is one of the study already */
    void requireNew(ListFile file, Collection<String> numbers) {
        List<ListFault> faults = file.slots().stream()
                .map(ListedSlot::number)
                .filter(numbers::contains)
                .map(number -> new ListFault(
                        0, "number", Sentence.of(ROOM, "numberKnown", number).in(Language.ofReader())))
                .toList();
        if (!faults.isEmpty()) {
            throw new ListFileIsFaulty(faults);
        }
    }

    private Planned planned(Scope place) {
        long version = versionFor(place);
        StudyDefinition study = definitions.get(version);
        if (study.randomization() == null) {
            throw new Invalid(Sentence.of(ROOM, "noLists", study.oid()));
        }
        return new Planned(study, study.randomization(), version);
    }

    private long versionFor(Scope place) {
        if (!place.wholeStudy() && !sites.get(place).active()) {
            throw new Invalid(Sentence.of(ROOM, "siteNotActive", place.site()));
        }
        return sites.list(place).stream()
                .map(SiteView::versionId)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElseThrow(() -> new Invalid(Sentence.of(ROOM, "noVersion", place.toString())));
    }

    private static ItemDefinition item(StudyDefinition study, Stratum stratum) {
        return study.item(stratum.formOid(), stratum.itemOid());
    }

    private static List<String> codes(ItemDefinition item) {
        return item.codeList().items().stream().map(CodeListItem::code).toList();
    }
}
