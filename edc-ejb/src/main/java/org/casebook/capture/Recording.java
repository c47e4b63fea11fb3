package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.blinding.Blinding;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Sentence;
import org.casebook.rules.DataType;
import org.casebook.rules.Reading;
import org.casebook.study.Definitions;
import org.casebook.subject.Participants;

/** The one way by which what was typed comes into a form: read, judged, told, and followed up. */
@ApplicationScoped
class Recording {

    private enum Way {
        TYPED,
        ATTACHED,
        FROM_FILE;

        /** A file is attached, nothing else is; its number alone says nothing of what it holds. */
        private void requireFit(ItemDefinition item, Entry entry) {
            boolean holdsFile = item.type() == DataType.ATTACHMENT;
            if (entry.text() != null && holdsFile != (this == ATTACHED)) {
                throw new Invalid(Sentence.of(
                        "capture",
                        holdsFile ? "holdsFile" : "holdsNoFile",
                        item.question().shown()));
            }
        }
    }

    @Inject
    private CaseForms forms;

    @Inject
    private Definitions definitions;

    @Inject
    private Participants participants;

    @Inject
    private Blinding blinding;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Consequences consequences;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /**
     * @param form held until the transaction ends
     */
    Saved correct(CaseForm form, Entry entry) {
        return store(form, entry, Way.TYPED);
    }

    /** As {@link #correct}, for an item that holds a file, which is kept already. */
    Saved attach(CaseForm form, Entry entry) {
        return store(form, entry, Way.ATTACHED);
    }

    /**
     * As {@link #correct}, for what a file says: an item that is not asked at present takes it too, and is flagged.
     */
    void take(CaseForm form, Entry entry) {
        store(form, entry, Way.FROM_FILE);
    }

    private Saved store(CaseForm form, Entry sent, Way way) {
        ItemDefinition item = definitions
                .get(form.seat().versionId())
                .form(form.seat().form())
                .item(sent.item());
        way.requireFit(item, sent);
        Entry entry = item.link() == null || sent.text() == null ? sent : linked(form, item, sent);
        FormJudge judge = surroundings.judge(form.scope(), form.seat(), entry.item());
        ItemState held = form.document().item(item.oid());
        ItemState entered = way != Way.FROM_FILE ? judge.read(item, held, entry) : judge.taken(item, held, entry);
        FormDocument before = form.correct(entry, entered, after -> judge.judgeAgain(after, item), clock.instant());
        Difference difference = new Difference(judge.definition(), before, form, entry.reason());
        difference.facts().forEach(facts::fire);
        consequences.follow(difference);
        FormDocument.Drawing drawing = new FormDocument.Drawing(
                judge.study(), judge.definition(), Language.ofReader().tag(), judge.site()::zone);
        return saved(difference, item, drawing);
    }

    /**
     * The entry with what the rows are about before the id of each, so that whoever reads it later understands it.
     *
     * @throws NotFound when one of them is no such row of this participant
     */
    private Entry linked(CaseForm form, ItemDefinition item, Entry entry) {
        Reading read = item.read(entry.text());
        if (read.value() == null) {
            throw new Invalid(read.problem());
        }
        ItemState held = form.document().item(item.oid());
        List<Long> wanted =
                held.typed(null, read.value().text(), null, null, true).rows(item);
        List<Long> before = held.rows(item);
        if (wanted.equals(before)) {
            return entry.withText(held.text());
        }
        if (wanted.size() > 1 && !item.link().many()) {
            throw new Invalid(
                    Sentence.of("capture", "linkToOne", item.question().shown()));
        }
        // nobody deletes a row in the same moment
        participants.hold(form.scope(), form.seat().subject());
        List<CaseForm> rows =
                forms.rows(form.scope(), form.seat().subject(), item.link().form());
        return entry.withText(wanted.stream()
                .map(id -> told(form, item, id, rows, before.contains(id)))
                .collect(Collectors.joining("; ")));
    }

    private String told(CaseForm from, ItemDefinition item, long id, List<CaseForm> rows, boolean before) {
        CaseForm row = rows.stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("row of " + item.link().form(), id, from.scope()));
        FormDefinition shown = blinding.of(row.scope())
                .shown(definitions.get(row.seat().versionId()).form(row.seat().form()));
        String title = row.toState().title(shown, Language.ENGLISH.tag());
        if (from.id() == id) {
            throw new Invalid(Sentence.of("capture", "linkToItself"));
        }
        if (row.isVoid() && !before) {
            throw new Invalid(Sentence.of("capture", "linkToVoid", title));
        }
        return title + " #" + id;
    }

    private static Saved saved(Difference difference, ItemDefinition entered, FormDocument.Drawing drawing) {
        FormState state = difference.form().toState();
        List<Saved.Item> others = difference.items().stream()
                .filter(item -> !item.oid().equals(entered.oid()))
                .map(item -> drawing.told(item, state.item(item.oid())))
                .toList();
        boolean changed = difference.before() != difference.form().document();
        Saved.Item told = drawing.told(entered, state.item(entered.oid()));
        return new Saved(told, others, state.state(), state.revision(), changed, Saved.sentence(told.messages()));
    }
}
