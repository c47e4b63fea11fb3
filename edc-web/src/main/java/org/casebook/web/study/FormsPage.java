package org.casebook.web.study;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.web.shell.Words;

/** The forms of a version: each with its items and rules to read, and a preview to try. */
@Named
@RequestScoped
public class FormsPage {

    private static final String ROOM = "study";

    @Inject
    private Workspace workspace;

    private List<Form> forms;

    /**
     * A form with its items, for reading.
     *
     * @param visits where it is filled
     * @param preview address of its preview
     */
    public record Form(
            String oid, String name, String help, String facts, String visits, String preview, List<ItemRow> items) {}

    public List<Form> getForms() {
        if (forms == null) {
            forms = workspace.getDefinition().forms().values().stream()
                    .map(this::form)
                    .toList();
        }
        return forms;
    }

    private Form form(FormDefinition form) {
        return new Form(
                form.oid(),
                form.name().shown(),
                form.help().shown(),
                facts(form),
                visits(form),
                "/study/preview.xhtml?" + workspace.getQuery() + "&form="
                        + URLEncoder.encode(form.oid(), StandardCharsets.UTF_8),
                form.items().stream()
                        .map(item -> ItemRow.of(workspace.getDefinition(), item))
                        .toList());
    }

    private static String facts(FormDefinition form) {
        StringBuilder facts =
                new StringBuilder(Words.of(ROOM, "formFacts", form.items().size()));
        long derived = form.items().stream().filter(ItemDefinition::isDerived).count();
        long checks =
                form.items().stream().mapToLong(item -> item.checks().size()).sum();
        if (derived > 0) {
            facts.append(" · ").append(Words.of(ROOM, "factsDerived", derived));
        }
        if (checks > 0) {
            facts.append(" · ").append(Words.of(ROOM, "factsChecks", checks));
        }
        if (form.log()) {
            facts.append(" · ").append(Words.of(ROOM, "logForm"));
        }
        if (form.signed()) {
            facts.append(" · ").append(Words.of(ROOM, "signedForm"));
        }
        return facts.toString();
    }

    private String visits(FormDefinition form) {
        return workspace.getDefinition().events().stream()
                .filter(event -> event.findForm(form.oid()).isPresent())
                .map(event -> event.name().shown())
                .collect(Collectors.joining(", "));
    }
}
