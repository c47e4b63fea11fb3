package org.casebook.monitoring;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.casebook.capture.FormState;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Change;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/** Source data verification: ticking items that agree with their source. Ticks never change the data. */
@Stateless
public class Monitoring {

    /** How much of a form is ticked at once. */
    public enum Extent {
        /** The items that the study wants verified. */
        REQUIRED,
        /** Every item that holds an entry. */
        ENTERED
    }

    @Inject
    private Verifications verifications;

    @Inject
    private SourceVerification source;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** Forms of the place with items to verify, complete ones only: the others may still change. */
    @Allowed(Permission.VIEW_DATA)
    public List<FormVerification> worklist(Scope scope) {
        return source.list(scope).stream()
                .filter(form -> form.form().state() == FormState.State.COMPLETE)
                .filter(form -> !form.due().isEmpty())
                .toList();
    }

    @Allowed(Permission.VIEW_DATA)
    public FormVerification form(Scope scope, long formId) {
        return source.ofForm(scope, formId);
    }

    /** Ticks one item; ticking it again changes nothing. */
    @Allowed(Permission.VERIFY)
    public FormVerification verify(Scope scope, long formId, String item) {
        FormVerification form = open(scope, formId);
        FormVerification.Item wanted = form.items().stream()
                .filter(entry -> entry.oid().equals(item))
                .findFirst()
                .orElseThrow(() -> NothingToVerify.item(item));
        if (!wanted.isVerified()) {
            tick(form.form(), item);
        }
        return source.ofForm(scope, formId);
    }

    /** Ticks the required items of a form, or all that hold an entry. */
    @Allowed(Permission.VERIFY)
    public FormVerification verifyForm(Scope scope, long formId, Extent extent) {
        FormVerification form = open(scope, formId);
        List<FormVerification.Item> wanted = form.items().stream()
                .filter(item -> !item.isVerified())
                .filter(item -> extent == Extent.ENTERED || item.required())
                .toList();
        if (wanted.isEmpty()) {
            throw NothingToVerify.form(form.formName());
        }
        wanted.forEach(item -> tick(form.form(), item.oid()));
        return source.ofForm(scope, formId);
    }

    /** Takes a tick back, for example one set by mistake. */
    @Allowed(Permission.VERIFY)
    public FormVerification unverify(Scope scope, long formId, String item) {
        FormVerification form = open(scope, formId);
        verifications.find(scope, formId, item).ifPresent(tick -> {
            tick.takeBack(clock.instant());
            facts.fire(new VerificationLost(
                    form.form().scope(), form.form().subject(), place(form.form(), item), "Taken back."));
        });
        return source.ofForm(scope, formId);
    }

    private FormVerification open(Scope scope, long formId) {
        FormVerification form = source.ofForm(scope, formId);
        if (form.form().state() == FormState.State.VOID) {
            throw NothingToVerify.voided(form.formName());
        }
        if (form.form().locked()) {
            throw NothingToVerify.locked(form.formName());
        }
        return form;
    }

    private void tick(FormState form, String item) {
        verifications.add(new Verification(form, item, actor.get(), clock.instant()));
        facts.fire(new ItemVerified(
                form.scope(), form.subject(), place(form, item), form.item(item).revision()));
    }

    /** A tick is no change of the form, so its entry names no form revision. */
    private static Change.Place place(FormState form, String item) {
        return new Change.Place(form.id(), null, form.event(), form.form(), item);
    }
}
