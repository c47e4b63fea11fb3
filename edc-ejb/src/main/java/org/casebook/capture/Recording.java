package org.casebook.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.RequestClock;
import org.casebook.rules.DataType;

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
                String question = "“" + item.question().text() + "” ";
                throw new Invalid(
                        holdsFile
                                ? question
                                        + "holds a file. Attach it on the form; it can neither be typed nor imported."
                                : question + "holds no file. Enter a value.");
            }
        }
    }

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

    private Saved store(CaseForm form, Entry entry, Way way) {
        FormJudge judge = surroundings.judge(form.scope(), form.seat(), entry.item());
        ItemDefinition item = judge.definition().item(entry.item());
        way.requireFit(item, entry);
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
