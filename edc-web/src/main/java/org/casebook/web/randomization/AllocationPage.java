package org.casebook.web.randomization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.PreparedList;
import org.casebook.site.SiteView;
import org.casebook.site.Sites;
import org.casebook.subject.Participant;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** The unblinded pharmacist's desk: lists with their use, and what participants are to receive. */
@Named
@RequestScoped
public class AllocationPage {

    @Inject
    private AllocationDesk desk;

    @Inject
    private Sites sites;

    @Inject
    private Shell shell;

    private List<ListLine> lists;

    /** One list as drawn. */
    public record ListLine(PreparedList list) {

        public String site() {
            return list.site().isEmpty() ? Words.of("common", "allSites") : list.site();
        }

        public String hash() {
            return list.sha256().substring(0, 16) + "…";
        }

        public String state() {
            return list.intact() ? "COMPLETE" : "SIGNATURE_BROKEN";
        }

        public String stateWords() {
            return Words.of("randomization", list.intact() ? "intact" : "damaged");
        }

        public String preparedOn() {
            return list.preparedAt().toString().substring(0, 10);
        }
    }

    /** A site for which a list can be prepared. */
    public record SiteChoice(String number, String words) {}

    public List<ListLine> getLists() {
        if (lists == null) {
            lists = desk.lists(shell.scope()).stream().map(ListLine::new).toList();
        }
        return lists;
    }

    public boolean isUnlisted() {
        return getLists().isEmpty();
    }

    public List<Participant> getRandomized() {
        return desk.randomized(shell.scope());
    }

    /** When the participant was randomised. */
    public String time(Participant person) {
        return Times.text(person.randomization().at());
    }

    public boolean isNobody() {
        return getRandomized().isEmpty();
    }

    /** Sites of the study at which the person may prepare lists. */
    public List<SiteChoice> getSiteChoices() {
        return sites.mine(shell.scope().study()).stream()
                .filter(SiteView::active)
                .map(site -> new SiteChoice(
                        site.number(), Words.of("randomization", "siteChoice", site.number(), site.name())))
                .toList();
    }
}
