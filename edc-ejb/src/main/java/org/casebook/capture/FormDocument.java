package org.casebook.capture;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.veil.Veil;

/**
 * The content of one case form, by item OID. Immutable: a change makes another document, since a change inside one
 * would be missed when it is stored.
 *
 * @param items what is held about each item that was ever touched
 */
record FormDocument(Map<String, ItemState> items) {

    static final FormDocument EMPTY = new FormDocument(Map.of());

    FormDocument {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    ItemState item(String oid) {
        return items.getOrDefault(oid, ItemState.EMPTY);
    }

    /** The same document with another state of this item. */
    FormDocument with(String oid, ItemState state) {
        Map<String, ItemState> changed = new LinkedHashMap<>(items);
        changed.put(oid, state);
        return new FormDocument(changed);
    }

    /** The same document without the items of the form, and without what checks say of them, that are hidden. */
    FormDocument seenThrough(Veil veil, String form) {
        if (veil.isEmpty()) {
            return this;
        }
        Map<String, ItemState> seen = new LinkedHashMap<>(items);
        seen.keySet().removeIf(item -> veil.hides(form, item));
        seen.replaceAll((oid, item) -> item.judged(
                item.checks().stream()
                        .filter(check -> !veil.hides(form, oid, check))
                        .toList(),
                item.hidden()));
        return new FormDocument(seen);
    }

    /** The same document without what checks say; a reason for the whole form answers them. */
    FormDocument silenced() {
        Map<String, ItemState> silent = new LinkedHashMap<>(items);
        silent.replaceAll((oid, item) -> item.judged(List.of(), item.hidden()));
        silent.values().removeIf(ItemState.EMPTY::equals);
        return new FormDocument(silent);
    }

    /** The mandatory items that are shown and have neither a text nor a reason for its absence, in the form's order. */
    List<ItemDefinition> missing(FormDefinition definition) {
        return definition.items().stream()
                .filter(item -> item.mandatory() && !item.isDerived())
                .filter(item -> !item(item.oid()).hidden() && item(item.oid()).isUnanswered())
                .toList();
    }

    /** Whether anything was entered that counts elsewhere; what is computed was not entered. */
    boolean isFilled(FormDefinition definition) {
        return definition.items().stream()
                .anyMatch(item -> !item.isDerived() && item(item.oid()).countingValue(item) != null);
    }

    /** Whether nobody typed anything or gave a reason for a blank. */
    boolean isEmpty() {
        return items.values().stream().allMatch(ItemState::isUnanswered);
    }

    /**
     * Draws a document by its form's definition, in one language of the study.
     *
     * @param zone of the form's site, asked for only where a time of a day is read
     */
    record Drawing(StudyDefinition study, FormDefinition definition, String language, Supplier<ZoneId> zone) {

        List<CaseFormView.Section> draw(FormDocument content) {
            return definition.sections().stream()
                    .map(section -> new CaseFormView.Section(
                            section.oid(),
                            section.title().in(language),
                            section.help().in(language),
                            section.title().otherThan(language),
                            section.items().stream()
                                    .map(item -> draw(item, content.item(item.oid())))
                                    .toList()))
                    .toList();
        }

        private CaseFormView.Item draw(ItemDefinition item, ItemState state) {
            return new CaseFormView.Item(
                    item.oid(),
                    item.name(),
                    item.question().in(language),
                    item.help().in(language),
                    item.question().otherThan(language),
                    item.type(),
                    item.length(),
                    item.significantDigits(),
                    item.unit() == null ? null : item.unit().symbol(),
                    units(item),
                    options(item),
                    scale(item),
                    item.attachment(),
                    item.link(),
                    item.mandatory(),
                    item.isDerived(),
                    item.critical(),
                    definition.valueOf(item, condition(item)),
                    item.finding() == null ? null : item.finding().part(),
                    state,
                    CaseFormView.Meaning.of(study, item, state),
                    messages(item, state));
        }

        private String condition(ItemDefinition item) {
            return item.conditionOid() == null
                    ? null
                    : study.conditions().get(item.conditionOid()).expression();
        }

        /** One item as it is told after an entry. */
        Saved.Item told(ItemDefinition item, ItemState state) {
            return new Saved.Item(
                    item.oid(),
                    item.type(),
                    state.text(),
                    state.value(),
                    state.unit(),
                    state.leftBlank(),
                    state.valid(),
                    state.hidden(),
                    state.revision(),
                    CaseFormView.Meaning.of(study, item, state),
                    messages(item, state));
        }

        List<CaseFormView.Message> messages(ItemDefinition item, ItemState state) {
            return state.checks().stream()
                    .map(check -> CaseFormView.Message.of(item, state, check, language, zone))
                    .toList();
        }

        private List<CaseFormView.Option> units(ItemDefinition item) {
            return study.unitsOf(item).stream()
                    .map(unit -> new CaseFormView.Option(unit.oid(), unit.symbol()))
                    .toList();
        }

        List<CaseFormView.Option> options(ItemDefinition item) {
            return item.codeList() == null
                    ? List.of()
                    : item.codeList().items().stream()
                            .map(answer -> new CaseFormView.Option(
                                    answer.code(), answer.decode().in(language)))
                            .toList();
        }

        private ItemDefinition.Scale scale(ItemDefinition item) {
            ItemDefinition.Scale scale = item.scale();
            return scale == null
                    ? null
                    : new ItemDefinition.Scale(
                            scale.low(),
                            scale.high(),
                            scale.whole(),
                            TranslatedText.english(scale.lowLabel().in(language)),
                            TranslatedText.english(scale.highLabel().in(language)));
        }
    }

    /**
     * A form's document as the JSON text of its column: {@code {"items":{"<OID>":{"t":text,"v":value,"u":unit,"b":left-blank
     * reason,"ok":readable,"r":revision,"c":[checks],"h":hidden}}}}. Keys of absent parts are left out.
     */
    @Converter
    public static class Text implements AttributeConverter<FormDocument, Object> {

        /** Looking the provider up for each document would cost more than writing it. */
        private static final JsonProvider JSON = JsonProvider.provider();

        @Override
        public Object convertToDatabaseColumn(FormDocument document) {
            StringWriter text = new StringWriter(512);
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject().writeStartObject("items");
                document.items().forEach((oid, item) -> write(json, oid, item));
                json.writeEnd().writeEnd();
            }
            return text.toString();
        }

        @Override
        public FormDocument convertToEntityAttribute(Object text) {
            // the driver hands jsonb over in a type of its own, whose text is the JSON
            JsonObject items = JSON.createReader(new StringReader(text.toString()))
                    .readObject()
                    .getJsonObject("items");
            Map<String, ItemState> states = new LinkedHashMap<>();
            items.forEach((oid, item) -> states.put(oid, read(item.asJsonObject())));
            return new FormDocument(states);
        }

        private static void write(JsonGenerator json, String oid, ItemState item) {
            json.writeStartObject(oid);
            writeText(json, "t", item.text());
            writeText(json, "v", item.value());
            writeText(json, "u", item.unit());
            writeText(json, "b", item.leftBlank());
            json.write("ok", item.valid()).write("r", item.revision());
            if (!item.checks().isEmpty()) {
                json.writeStartArray("c");
                item.checks().forEach(json::write);
                json.writeEnd();
            }
            if (item.hidden()) {
                json.write("h", true);
            }
            json.writeEnd();
        }

        private static void writeText(JsonGenerator json, String key, String text) {
            if (text != null) {
                json.write(key, text);
            }
        }

        private static ItemState read(JsonObject item) {
            return new ItemState(
                    item.getString("t", null),
                    item.getString("v", null),
                    item.getString("u", null),
                    item.getString("b", null),
                    item.getBoolean("ok", true),
                    item.getJsonNumber("r").longValue(),
                    checks(item.getJsonArray("c")),
                    item.getBoolean("h", false));
        }

        private static List<String> checks(JsonArray standing) {
            return standing == null
                    ? List.of()
                    : standing.getValuesAs((JsonValue check) -> ((JsonString) check).getString());
        }
    }
}
