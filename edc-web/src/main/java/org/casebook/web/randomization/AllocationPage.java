package org.casebook.web.randomization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Permission;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.ListReview;
import org.casebook.randomization.PreparedList;
import org.casebook.site.SiteView;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.subject.Participant;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** The desk of the unblinded: lists, their preparation and sealing, and what participants are to receive. */
@Named
@RequestScoped
public class AllocationPage {

    private static final String ROOM = "randomization";

    @Inject
    private AllocationDesk desk;

    @Inject
    private ListDesk listDesk;

    @Inject
    private StudyDesign design;

    @Inject
    private Sites sites;

    @Inject
    private Shell shell;

    private List<ListLine> lists;
    private List<ReviewLine> reviews;
    private List<Participant> randomized;

    /** A site for which a list can be prepared; without number for the whole study. */
    public record SiteChoice(String number, String words) {}

    public List<ListLine> getLists() {
        if (lists == null) {
            StudyDefinition study = design.definition(shell.scope());
            lists = listDesk.lists(shell.scope()).stream()
                    .map(list -> new ListLine(list, study, isPreparing()))
                    .toList();
        }
        return lists;
    }

    public boolean isUnlisted() {
        return getLists().isEmpty();
    }

    /** Lists that wait for this person to seal them. */
    public List<ReviewLine> getReviews() {
        if (reviews == null) {
            reviews = isSealing()
                    ? getLists().stream()
                            .filter(line -> line.list().waitsFor(shell.getPersonId()))
                            .map(line -> new ReviewLine(
                                    line,
                                    listDesk.review(shell.scope(), line.list().id())))
                            .toList()
                    : List.of();
        }
        return reviews;
    }

    public boolean isReviewing() {
        return !getReviews().isEmpty();
    }

    public boolean isPreparing() {
        return shell.may(Permission.PREPARE_ALLOCATION);
    }

    /** Whether lists can be prepared here: where nobody is randomised there is nothing to prepare. */
    public boolean isOffering() {
        return isPreparing() && design.definition(shell.scope()).randomizes();
    }

    public boolean isSealing() {
        return shell.may(Permission.SEAL_ALLOCATION);
    }

    public boolean isWeighing() {
        return shell.may(Permission.VIEW_BALANCE);
    }

    public boolean isReading() {
        return shell.may(Permission.VIEW_ALLOCATION);
    }

    public boolean isMinimised() {
        StudyDefinition study = design.definition(shell.scope());
        return study.randomizes() && study.randomization().minimises();
    }

    public List<Participant> getRandomized() {
        if (randomized == null) {
            randomized = isReading() ? desk.randomized(shell.scope()) : List.of();
        }
        return randomized;
    }

    /** When the participant was randomised. */
    public String time(Participant person) {
        return Times.text(person.randomization().at());
    }

    public boolean isNobody() {
        return getRandomized().isEmpty();
    }

    /** Sites of the study for which lists can be prepared, or the whole study where sites are no strata. */
    public List<SiteChoice> getSiteChoices() {
        StudyDefinition study = design.definition(shell.scope());
        if (study.randomizes() && !study.randomization().bySite()) {
            return List.of(new SiteChoice("", Words.of("common", "allSites")));
        }
        return sites.mine(shell.scope().study()).stream()
                .filter(SiteView::active)
                .map(site -> new SiteChoice(site.number(), Words.of(ROOM, "siteChoice", site.number(), site.name())))
                .toList();
    }

    /** One list as drawn. */
    public record ListLine(PreparedList list, StudyDefinition study, boolean preparing) {

        public String site() {
            return list.site().isEmpty() ? Words.of("common", "allSites") : list.site();
        }

        /** The codes of the stratum items in words; empty where there is none. */
        public String stratum() {
            return StratumWords.of(study, list.codes().codes());
        }

        public String hash() {
            return list.sha256().substring(0, 16) + "…";
        }

        public boolean withdrawable() {
            return preparing && list.state() == PreparedList.State.PREPARED;
        }

        public String stateWords() {
            return Words.of(ROOM, list.intact() ? "state." + list.state() : "damaged");
        }

        /** Tone of the state's label. */
        public String tone() {
            return switch (list.state()) {
                case PREPARED -> "tone-warn";
                case SEALED -> list.intact() ? "tone-good" : "tone-bad";
                case WITHDRAWN -> "tone-quiet";
            };
        }

        public String preparedWords() {
            return words(list.prepared());
        }

        public String decidedWords() {
            return list.decided() == null ? "" : words(list.decided());
        }

        private static String words(PreparedList.By by) {
            return Words.of(ROOM, "byOn", by.name(), by.at().toString().substring(0, 10));
        }
    }

    /** One list that waits to be sealed, with what is to be looked at. */
    public record ReviewLine(ListLine line, ListReview review) {

        /** What the field is called that takes the hash. */
        public String field() {
            return "hash-" + review.list().id();
        }

        public String label() {
            return Words.of(ROOM, "hashOf", title());
        }

        public String title() {
            String stratum = line.stratum();
            return stratum.isEmpty() ? line.site() : line.site() + " · " + stratum;
        }

        public String arms() {
            return review.arms().entrySet().stream()
                    .map(arm -> Words.of(ROOM, "armCount", arm.getKey(), arm.getValue()))
                    .collect(Collectors.joining(", "));
        }

        public String proof() {
            return Words.of(ROOM, "proof." + review.proof());
        }

        public String remarks() {
            return String.join(" ", review.remarks());
        }
    }
}
