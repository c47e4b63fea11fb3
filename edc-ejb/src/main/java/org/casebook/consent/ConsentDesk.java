package org.casebook.consent;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;

/** Consent texts of sites, and who consented to which. */
@Stateless
public class ConsentDesk {

    private static final int LONGEST_LABEL = 80;

    @Inject
    private Consents consents;

    @Inject
    private Reconsents reconsents;

    @Inject
    private Participants participants;

    @Inject
    private CurrentActor actor;

    @Inject
    private RequestClock clock;

    @Inject
    private Event<Fact> facts;

    /** The texts of the scope's sites, by site and first day. */
    @Allowed(Permission.VIEW_STUDY)
    public List<TextInForce> texts(Scope scope) {
        return consents.texts(scope);
    }

    /**
     * Puts a text in force at a site. One text for each day, each label once.
     *
     * @param place one site
     * @param from date at the site; may be past, since texts are approved on paper first
     * @param again whether those who consented to an earlier text are asked again
     */
    @Allowed(Permission.MANAGE_SITES)
    public TextInForce putInForce(Scope place, String label, LocalDate from, boolean again) {
        ReconsentPolicy policy = reconsents.policy(place);
        String name = Words.needed(label, Sentence.of("consent", "noLabel"));
        if (name.length() > LONGEST_LABEL) {
            throw new Invalid(Sentence.of("consent", "longLabel", LONGEST_LABEL));
        }
        if (from == null) {
            throw new Invalid(Sentence.of("consent", "noDate"));
        }
        policy.texts().stream()
                .filter(text -> text.label().equals(name) || text.from().equals(from))
                .findFirst()
                .ifPresent(known -> {
                    throw new Invalid(Sentence.of(
                            "consent", "known", known.label(), known.from().toString()));
                });
        TextInForce text = new TextInForce(place.site(), name, from, again);
        String before = policy.on(from).map(TextInForce::label).orElse(null);
        consents.add(new ConsentText(place, text, actor.get().fullName(), clock.instant()));
        facts.fire(new ConsentTextInForce(place, before, text));
        return text;
    }

    /** The consents of a participant, and whether one is due again. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public ConsentView get(Scope scope, String subject) {
        return reconsents.view(participants.get(scope, subject));
    }

    /** Records that a participant consented to a later text; the first consent is the consent form's. */
    @Allowed(Permission.ENTER_DATA)
    public ConsentView give(Scope scope, String subject, NewConsent wanted) {
        Participant person = participants.hold(scope, subject);
        participants.requireOpen(person.scope(), subject);
        NewConsent given = settled(person, wanted);
        consents.add(
                new GivenConsent(person.scope(), subject, given, actor.get().fullName(), clock.instant()));
        facts.fire(new ConsentGivenAgain(person.scope(), subject, given));
        return reconsents.view(person);
    }

    /**
     * Takes back the last consent that was recorded here: a slip. Who withdraws consent changes the status.
     *
     * @param reason why, in the person's words; never blank
     */
    @Allowed(Permission.ENTER_DATA)
    public ConsentView takeBack(Scope scope, String subject, String reason) {
        String why = Words.needed(reason, Sentence.of("consent", "noReason"));
        Participant person = participants.hold(scope, subject);
        participants.requireOpen(person.scope(), subject);
        GivenConsent last = consents.given(person.scope(), subject).stream()
                .filter(GivenConsent::holds)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Invalid(Sentence.of("consent", "nothingToTakeBack", subject)));
        last.takeBack(why, clock.instant());
        facts.fire(new ConsentTakenBack(person.scope(), subject, last.toLine().label(), why));
        return reconsents.view(person);
    }

    private NewConsent settled(Participant person, NewConsent wanted) {
        ReconsentPolicy policy = reconsents.policy(person.scope());
        LocalDate first = person.gate().consentDate();
        if (first == null) {
            throw new Invalid(Sentence.of("consent", "notFirst", person.key()));
        }
        if (wanted.on() == null) {
            throw new Invalid(Sentence.of("consent", "noDate"));
        }
        TextInForce text = policy.begun().stream()
                .filter(one -> one.label().equals(wanted.label()))
                .findFirst()
                .orElseThrow(() -> new Invalid(Sentence.of("consent", "noText")));
        if (wanted.on().isAfter(policy.today())
                || wanted.on().isBefore(text.from())
                || wanted.on().isBefore(first)) {
            throw new Invalid(Sentence.of(
                    "consent",
                    "oddDate",
                    wanted.on().toString(),
                    text.from().toString(),
                    policy.today().toString()));
        }
        String before = Words.needed(wanted.before(), Sentence.of("consent", "noBefore"));
        return new NewConsent(text.label(), wanted.on(), before);
    }
}
