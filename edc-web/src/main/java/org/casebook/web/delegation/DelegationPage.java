package org.casebook.web.delegation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebook.delegation.DelegationLog;
import org.casebook.delegation.DelegationView;
import org.casebook.delegation.Duty;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The delegation log of a site, or of all sites. */
@Named
@RequestScoped
public class DelegationPage {

    @Inject
    private DelegationLog log;

    @Inject
    private Shell shell;

    private List<Row> rows;

    /** A task to choose. */
    public record Task(String value, String word) {}

    /**
     * One line as it is drawn.
     *
     * @param enters whether the person may date its training and end it
     * @param approves whether the person may approve it
     */
    public record Row(DelegationView line, boolean enters, boolean approves) {

        public String duties() {
            return line.duties().stream()
                    .sorted()
                    .map(duty -> Words.of("delegation", "duty." + duty))
                    .collect(Collectors.joining(", "));
        }

        public String until() {
            return Objects.toString(line.until(), "");
        }

        public String trained() {
            return line.trained() ? line.trainedOn().toString() : Words.of("delegation", "notTrained");
        }

        public String approved() {
            return line.approved() ? line.approvedBy() : Words.of("delegation", "notApproved");
        }

        public boolean isApprovable() {
            return approves && !line.approved() && line.open();
        }

        public boolean isTrainable() {
            return enters && !line.trained() && line.open();
        }

        public boolean isEndable() {
            return enters && line.open();
        }

        public String url(String act) {
            return "/entry/delegations/" + line.id() + "/" + act;
        }
    }

    public List<Row> getRows() {
        if (rows == null) {
            boolean one = !shell.scope().wholeStudy();
            boolean enters = one && shell.may(Permission.ENROL);
            boolean approves = one && shell.may(Permission.SIGN);
            rows = log.list(shell.scope()).stream()
                    .map(line -> new Row(line, enters, approves))
                    .toList();
        }
        return rows;
    }

    public boolean isBlank() {
        return getRows().isEmpty();
    }

    /** Whether the person may write somebody into the log of this site. */
    public boolean isAddable() {
        return !shell.scope().wholeStudy() && shell.may(Permission.ENROL);
    }

    /** What can be delegated; a principal investigator is appointed. */
    public List<Task> getTasks() {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty != Duty.LEAD)
                .map(duty -> new Task(duty.name(), Words.of("delegation", "duty." + duty)))
                .toList();
    }
}
