package org.casebook.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casebook.access.AccessDesk;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Role;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteView;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyView;
import org.casebook.web.shell.Words;

/** One account with its grants, given and ended here. */
@Named
@RequestScoped
public class AccountPage {

    /** A choice of a list; the value is sent. */
    public record Choice(String value, String label) {}

    @Inject
    private AccessDesk desk;

    @Inject
    private StudyDesign studies;

    @Inject
    private Sites sites;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    private AccountRow row;

    public AccountRow getRow() {
        if (row == null) {
            row = new AccountRow(desk.account(request.getParameter("id")));
        }
        return row;
    }

    public String getTitle() {
        return getRow().account().fullName();
    }

    public String getLead() {
        return Words.of(
                "access",
                "accountLead",
                getRow().account().username(),
                getRow().account().organisation());
    }

    /** Whether the person may change this account; never his own. */
    public boolean isChangeable() {
        return actor.get().mayAnywhere(Permission.MANAGE_ACCOUNTS) && !isOwn();
    }

    public boolean isOwn() {
        return actor.get().id().equals(getRow().account().id());
    }

    public boolean isDisableable() {
        return isChangeable() && getRow().account().enabled();
    }

    public boolean isEnableable() {
        return isChangeable() && !getRow().account().enabled();
    }

    public String getUrl() {
        return "/entry/access/accounts/" + getRow().account().id();
    }

    public List<Choice> getRoles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.key(), Words.of("common", "role." + role.key())))
                .toList();
    }

    /** The whole system, each study, each of its sites; the value is the middle of a group path. */
    public List<Choice> getPlaces() {
        List<Choice> places = new ArrayList<>();
        for (StudyView study : studies.mine()) {
            places.add(place(new Grant(study.oid(), null, Role.MONITOR)));
            for (SiteView site : sites.list(Scope.of(study.oid()))) {
                places.add(place(new Grant(study.oid(), site.number(), Role.MONITOR)));
            }
        }
        places.add(place(new Grant(null, null, Role.MONITOR)));
        return places;
    }

    private static Choice place(Grant somebody) {
        GrantLine line = new GrantLine(somebody);
        return new Choice(line.middle(), line.place());
    }
}
