package org.casebook.capture;

import java.util.List;
import org.casebook.capture.CaseFormView.Header;
import org.casebook.capture.CaseFormView.Item;
import org.casebook.capture.CaseFormView.Option;
import org.casebook.capture.CaseFormView.Permits;
import org.casebook.capture.CaseFormView.Section;
import org.casebook.capture.FormState.State;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Permission;

/** Puts definition and content of a form together for the page. */
record FormDrawing(StudyDefinition study, CaseForm form, Actor actor) {

    CaseFormView draw() {
        FormState state = form.toState();
        FormDefinition definition = study.form(state.form());
        List<Section> sections = definition.sections().stream()
                .map(section -> new Section(
                        section.oid(),
                        section.title().text(),
                        section.help().text(),
                        section.items().stream()
                                .map(item -> draw(item, state.item(item.oid())))
                                .toList()))
                .toList();
        return new CaseFormView(header(definition, state), permits(definition, state), sections);
    }

    private Header header(FormDefinition definition, FormState state) {
        String event = state.event() == null
                ? definition.name().text()
                : study.event(state.event()).name().text();
        return new Header(
                state.id(),
                state.scope(),
                state.subject(),
                state.event(),
                event,
                state.form(),
                definition.name().text(),
                definition.help().text(),
                state.row(),
                state.state(),
                state.locked(),
                state.revision(),
                state.updatedAt());
    }

    private Permits permits(FormDefinition definition, FormState state) {
        boolean enters = actor.may(Permission.ENTER_DATA, state.scope());
        boolean signs = actor.may(Permission.SIGN, state.scope());
        return new Permits(
                enters && form.isCorrectable(),
                form.needsReason(),
                enters && form.allows(State.STARTED),
                enters && form.allows(State.COMPLETE, State.NOT_DONE),
                enters && form.allows(State.STARTED) && form.document().isEmpty(),
                enters && form.allows(State.STARTED, State.COMPLETE, State.NOT_DONE),
                signs && definition.signed() && form.allows(State.COMPLETE));
    }

    private static Item draw(ItemDefinition item, ItemState state) {
        return new Item(
                item.oid(),
                item.name(),
                item.question().text(),
                item.help().text(),
                item.type(),
                item.length(),
                item.unit() == null ? null : item.unit().symbol(),
                options(item),
                item.scale(),
                item.mandatory(),
                item.isDerived(),
                item.critical(),
                state,
                CaseFormView.Message.of(item, state));
    }

    private static List<Option> options(ItemDefinition item) {
        return item.codeList() == null
                ? List.of()
                : item.codeList().items().stream()
                        .map(answer -> new Option(answer.code(), answer.decode().text()))
                        .toList();
    }
}
