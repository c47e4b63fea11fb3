package org.casebook.web.api;

import java.util.List;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.StudyKey;
import org.casebook.study.VersionView;

/**
 * What a study plans, as far as a client needs it to enter and read data.
 *
 * @param study key of the study
 * @param version OID of the study version
 */
public record StudyAnswer(
        String study, StudyKey.Kind kind, String name, String version, List<Event> events, List<Form> forms) {

    /**
     * A visit, or a log.
     *
     * @param kind SCHEDULED, UNSCHEDULED or LOG
     * @param forms OIDs, in order
     */
    public record Event(String oid, String name, String kind, List<String> forms) {

        static Event of(EventDefinition event) {
            List<String> forms =
                    event.forms().stream().map(EventDefinition.FormRef::formOid).toList();
            return new Event(event.oid(), event.name().text(), event.kind().name(), forms);
        }
    }

    /**
     * A form.
     *
     * @param log whether it has rows: of a log, or at each visit where it stands
     */
    public record Form(String oid, String name, boolean log, List<Item> items) {

        static Form of(FormDefinition form) {
            return new Form(
                    form.oid(),
                    form.name().text(),
                    form.log(),
                    form.items().stream().map(Item::of).toList());
        }
    }

    /**
     * An item.
     *
     * @param unit symbol of the standard unit; null without one
     * @param codes permitted codes of a choice; empty for other types
     * @param derived whether it is computed, so that nobody types it
     */
    public record Item(
            String oid,
            String name,
            String question,
            String type,
            String unit,
            List<Code> codes,
            boolean mandatory,
            boolean derived) {

        static Item of(ItemDefinition item) {
            CodeListDefinition list = item.codeList();
            return new Item(
                    item.oid(),
                    item.name(),
                    item.question().text(),
                    item.type().name(),
                    item.unit() == null ? null : item.unit().symbol(),
                    list == null
                            ? List.of()
                            : list.items().stream().map(Code::of).toList(),
                    item.mandatory(),
                    item.isDerived());
        }
    }

    /** A permitted answer: what is stored, and what it means. */
    public record Code(String code, String decode) {

        static Code of(CodeListDefinition.CodeListItem item) {
            return new Code(item.code(), item.decode().text());
        }
    }

    static StudyAnswer of(VersionView version, StudyDefinition study) {
        return new StudyAnswer(
                version.study(),
                StudyKey.parse(version.study()).kind(),
                study.name(),
                version.oid(),
                study.events().stream().map(Event::of).toList(),
                study.forms().values().stream().map(Form::of).toList());
    }
}
