package org.casebook.web.moving;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.moving.MovingDesk;
import org.casebook.subject.Enrolment;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;
import org.casebook.whereabouts.MoveLine;

/** Where a participant came from, to which site he can be transferred, and who left this one: parts of other pages. */
@Named
@RequestScoped
public class MovingPanel {

    @Inject
    private MovingDesk desk;

    @Inject
    private Enrolment enrolment;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<MoveLine> departures;

    /** A site to choose. */
    public record Target(String number, String word) {}

    /** One who left; {@code past} leads to what the site recorded, and is null for who may not read it. */
    public record Left(String subject, String what, String who, String past) {

        public boolean isReadable() {
            return past != null;
        }
    }

    /** How the participant came here, a sentence for each transfer. */
    public List<String> getArrivals() {
        return desk.of(shell.scope(), subject()).stream()
                .map(line -> Words.of(
                        "moving",
                        "came",
                        line.on().toString(),
                        line.from(),
                        line.to(),
                        line.reason(),
                        line.person(),
                        Times.text(line.at())))
                .toList();
    }

    public boolean isCame() {
        return !desk.of(shell.scope(), subject()).isEmpty();
    }

    /** Whether the person may transfer this participant now. */
    public boolean isMovable() {
        return shell.may(Permission.MOVE_SUBJECT)
                && !enrolment.get(shell.scope(), subject()).locked()
                && !getTargets().isEmpty();
    }

    public List<Target> getTargets() {
        return desk.targets(shell.scope(), subject()).entrySet().stream()
                .map(site -> new Target(site.getKey(), site.getKey() + " " + site.getValue()))
                .toList();
    }

    public boolean isLeft() {
        return !lines().isEmpty();
    }

    /** Who left the site of this page, or any site of the study. */
    public List<Left> getDepartures() {
        boolean reads = shell.may(Permission.VIEW_AUDIT);
        return lines().stream().map(line -> left(line, reads)).toList();
    }

    /** What a screen reader hears of that link. */
    public String readOf(Left one) {
        return Words.of("moving", "readOf", one.subject());
    }

    private List<MoveLine> lines() {
        if (departures == null) {
            departures = desk.departures(shell.scope());
        }
        return departures;
    }

    private Left left(MoveLine line, boolean reads) {
        String past =
                "/subject/past.xhtml?study=" + shell.getStudy() + "&site=" + line.from() + "&subject=" + line.subject();
        return new Left(
                line.subject(),
                Words.of("moving", "left", line.on().toString(), line.from(), line.to(), line.reason()),
                Words.of("moving", "recorded", line.person(), Times.text(line.at())),
                reads ? past : null);
    }

    private String subject() {
        return request.getParameter("subject");
    }
}
