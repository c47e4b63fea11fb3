package org.casebook.capture;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Change;
import org.casebook.kernel.Scope;
import org.casebook.rules.DataType;
import org.casebook.veil.Veil;
import org.casebook.wording.AnswerWords;

/**
 * A case form as it stands, for later rooms. Immutable.
 *
 * @param id database id, never reused; for a log it identifies the row
 * @param event event OID; null for rows of logs that belong to no visit
 * @param row number of the row at its place, from 1; null for forms without rows
 * @param versionId the study version by which it is read
 * @param locked closed by the data manager, on every path
 * @param revision grows by one with each change, from 1
 * @param items what it holds, by item OID; untouched items may be absent
 */
public record FormState(
        long id,
        String study,
        String site,
        String subject,
        String event,
        String form,
        Integer row,
        long versionId,
        State state,
        boolean locked,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        Map<String, ItemState> items) {

    private static final Set<DataType> SAYS_WHAT = EnumSet.of(DataType.TEXT, DataType.CHOICE);
    private static final int LONGEST_TITLE = 60;

    public FormState {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /** How far a case form has come. */
    public enum State {
        /** Under work. */
        STARTED,
        /** Somebody said that all is entered; from then on each change needs a reason. */
        COMPLETE,
        /** Will not be filled; a reason was given. */
        NOT_DONE,
        /** Entered by mistake, for example for the wrong participant; a reason was given. It counts nowhere until it is restored. */
        VOID
    }

    public Scope scope() {
        return Scope.of(study, site);
    }

    /** What it holds about the item; empty for one that nobody has touched. */
    public ItemState item(String oid) {
        return items.getOrDefault(oid, ItemState.EMPTY);
    }

    /** The same without what whoever asks must not see. */
    FormState seenThrough(Veil veil) {
        return veil.isEmpty()
                ? this
                : new FormState(
                        id,
                        study,
                        site,
                        subject,
                        event,
                        form,
                        row,
                        versionId,
                        state,
                        locked,
                        revision,
                        createdAt,
                        updatedAt,
                        new FormDocument(items).seenThrough(veil, form).items());
    }

    /**
     * What a row, or a form, is about, so that people know it: {@code AE 2 – Headache, 2024-03-01}. The form's OID stands in it, which is
     * the same in every language; no number sign, behind which stands an id.
     *
     * @param shown the form without what the blinded must not see, whoever asks: a title goes where no veil is asked
     */
    public String title(FormDefinition shown, String language) {
        Optional<String> about = shown.items().stream()
                .filter(item ->
                        SAYS_WHAT.contains(item.type()) && item(item.oid()).text() != null)
                .map(item -> said(item, language))
                .findFirst();
        Optional<String> date = shown.items().stream()
                .filter(item -> item.type().isDate())
                .map(item -> item(item.oid()).value())
                .filter(Objects::nonNull)
                .findFirst();
        String title = form
                + (row == null ? "" : " " + row)
                + about.map(" – "::concat).orElse("")
                + date.map(", "::concat).orElse("");
        return title.replace("#", "№ ").replaceAll("\\s+", " ").strip();
    }

    private String said(ItemDefinition item, String language) {
        ItemState held = item(item.oid());
        String said = held.value() == null ? held.text() : new AnswerWords(language).decoded(item, held.value());
        return said.codePointCount(0, said.length()) <= LONGEST_TITLE
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    /** Where in the casebook, for facts about this form at its present revision. */
    public Change.Place place() {
        return new Change.Place(id, revision, event, form, null);
    }
}
