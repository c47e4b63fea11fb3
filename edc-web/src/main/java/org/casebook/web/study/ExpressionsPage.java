package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebook.acceptance.ExpressionDesk;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Permission;
import org.casebook.web.shell.Shell;

/** Trying expressions of a study version. */
@Named
@RequestScoped
public class ExpressionsPage {

    @Inject
    private ExpressionDesk desk;

    @Inject
    private Workspace workspace;

    @Inject
    private Shell shell;

    /** A form or visit to choose. */
    public record Choice(String oid, String name) {}

    /** By its own door, which everybody passes who may see the design. */
    private StudyDefinition study() {
        return desk.definition(workspace.scope(), workspace.getVersion().id());
    }

    public List<Choice> getForms() {
        return study().forms().values().stream()
                .map(form -> new Choice(form.oid(), form.name().shown()))
                .toList();
    }

    public List<Choice> getVisits() {
        return study().events().stream()
                .filter(event -> event.kind() != EventDefinition.Kind.LOG)
                .map(event -> new Choice(event.oid(), event.name().shown()))
                .toList();
    }

    /** Whether this person may look at data here: of his site or study; who builds, in copies for tests and training. */
    public boolean isOnParticipants() {
        return shell.may(Permission.VIEW_DATA);
    }
}
