package org.casebook.codebreak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Scope;
import org.casebook.subject.Participant;

/** One code break: who learned the treatment of whom, when and why. The treatment is not part of it. */
@Entity
@Table(schema = "edc", name = "code_break")
class CodeBreak {

    /** How long its treatment can be looked at again by the same person. */
    static final Duration SHOWN = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "code_break")
    @SequenceGenerator(name = "code_break", schema = "edc", sequenceName = "code_break_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    private String number;

    @Column(name = "adverse_event")
    private boolean adverseEvent;

    private String reason;

    @Column(name = "broken_by")
    private String person;

    @Column(name = "broken_by_name")
    private String personName;

    @Column(name = "broken_at")
    private Instant at;

    protected CodeBreak() {}

    CodeBreak(Participant participant, CodeBreakRequest request, Actor who, Instant at) {
        this.study = participant.study();
        this.site = participant.site();
        this.subject = participant.key();
        this.number = participant.randomization().number();
        this.adverseEvent = request.adverseEvent();
        this.reason = request.reason();
        this.person = who.id();
        this.personName = who.fullName();
        this.at = at;
    }

    long id() {
        return id;
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    String subject() {
        return subject;
    }

    /** Names its letters. */
    String about() {
        return "code-break-" + id;
    }

    /** Whether this person broke the code. */
    boolean isOf(Actor who) {
        return person.equals(who.id());
    }

    /** Whether its treatment may still be shown. */
    boolean opensAt(Instant now) {
        return now.isBefore(at.plus(SHOWN));
    }

    CodeBreakView toView(CodeBreakView.Notice notice) {
        return new CodeBreakView(id, site, subject, number, at, personName, adverseEvent, reason, notice);
    }
}
