package org.casebook.moving;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebook.audit.Testimony;
import org.casebook.capture.CaseBook;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.study.Definitions;
import org.casebook.subject.Participant;
import org.casebook.subject.Participants;
import org.casebook.whereabouts.MoveLine;
import org.casebook.whereabouts.Whereabouts;

/** Transfers of participants between sites, and what a site that was left keeps to read. */
@Stateless
public class MovingDesk {

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private Participants participants;

    @Inject
    private CaseBook book;

    @Inject
    private SiteRegister sites;

    @Inject
    private Definitions definitions;

    @Inject
    private Testimony testimony;

    @Inject
    private MoveRecord record;

    /**
     * Transfers a participant: from now on the new site has all of his, and nobody of the old one can change any of it. Whoever is
     * saving at this moment comes before it or is refused. The allocation stays as it was, and so does the site that counted
     * for it.
     *
     * @throws Invalid when the site cannot take him over, or a part is missing
     */
    @Allowed(Permission.MOVE_SUBJECT)
    public MoveLine move(Scope scope, String subject, NewMove wanted) {
        Scope study = Scope.of(scope.study());
        if (wanted == null || wanted.to() == null || wanted.to().isBlank()) {
            throw new Invalid(Sentence.of("moving", "noSite"));
        }
        Scope place = Scope.of(scope.study(), wanted.to());
        record.requireMay(place);
        participants.get(scope, subject);
        book.claim(study, subject);
        book.holdAll(study, subject);
        Participant person = participants.hold(scope, subject);
        SiteView target = sites.get(place);
        NewMove settled = new MovePolicy(person, target, since(person, target.zone())).settle(wanted);
        return record.write(person, settled);
    }

    /** From when on the participant has been at his site; the day may have been another one at the new site. */
    private LocalDate since(Participant person, ZoneId there) {
        MoveLine last = whereabouts.arrivals(person.scope()).get(person.key());
        if (last == null) {
            return LocalDate.ofInstant(person.addedAt(), there);
        }
        LocalDate recorded = LocalDate.ofInstant(last.at(), there);
        return last.on().isBefore(recorded) ? last.on() : recorded;
    }

    /** The sites that could take the participant over, by number, with their names. */
    @Allowed(Permission.MOVE_SUBJECT)
    public Map<String, String> targets(Scope scope, String subject) {
        Participant person = participants.get(scope, subject);
        Map<String, String> names = new TreeMap<>();
        sites.list(Scope.of(scope.study())).stream()
                .filter(site -> site.active() && !site.number().equals(person.site()))
                .filter(site -> record.may(Scope.of(scope.study(), site.number())))
                .forEach(site -> names.put(site.number(), site.name()));
        return names;
    }

    /** The transfers of a participant who is within the scope, the first one first. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<MoveLine> of(Scope scope, String subject) {
        return whereabouts.of(scope, participants.get(scope, subject).key());
    }

    /** Who left a site of the scope for another one and is not there now, by the last time. */
    @Allowed(Permission.VIEW_SUBJECTS)
    public List<MoveLine> departures(Scope scope) {
        return whereabouts.departures(scope);
    }

    /**
     * What a site that a participant left recorded about him until then, read from its part of the trail: nothing of what came
     * later, and nothing of what was done elsewhere.
     *
     * @param place the site that was left
     * @throws NotFound when nobody of this number left it
     */
    @Allowed(Permission.VIEW_AUDIT)
    public PastView past(Scope place, String subject) {
        MoveLine move = whereabouts.departures(place).stream()
                .filter(line -> line.subject().equals(subject))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NotFound("participant who left", subject, place));
        Scope left = Scope.of(place.study(), move.from());
        PastForms forms = new PastForms(definitions.get(move.versionId()));
        return new PastView(move, forms.of(testimony.about(left, subject)));
    }
}
