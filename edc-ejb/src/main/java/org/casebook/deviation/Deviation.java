package org.casebook.deviation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** One deviation: noticed by the system, which then has a kind, or recorded by a person in his words. */
@Entity
@Table(schema = "edc", name = "deviation")
public class Deviation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deviation")
    @SequenceGenerator(name = "deviation", schema = "edc", sequenceName = "deviation_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String about;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(name = "event_oid")
    private String event;

    @Column(name = "form_oid")
    private String form;

    @Column(name = "on_date")
    private LocalDate day;

    @Column(name = "from_date")
    private LocalDate begins;

    @Column(name = "until_date")
    private LocalDate ends;

    @Column(name = "on_time")
    private LocalTime time;

    @Column(name = "from_time")
    private LocalTime beginsAt;

    @Column(name = "until_time")
    private LocalTime endsAt;

    private String description;

    @Enumerated(EnumType.STRING)
    private Weight weight;

    @Enumerated(EnumType.STRING)
    private DeviationState state;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "ended_by")
    private String endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_reason")
    private String endedReason;

    @Version
    private long revision;

    protected Deviation() {}

    Deviation(Scope place, NewDeviation said, String person, Instant at) {
        this.study = place.study();
        this.site = place.site();
        this.subject = said.subject();
        this.state = DeviationState.STANDS;
        this.recordedBy = person;
        this.recordedAt = at;
        say(said);
    }

    /** It is told anew; whose it is stays. */
    void correct(NewDeviation said) {
        requireStanding();
        if (kind != null) {
            throw new Invalid(Sentence.of("deviation", "noticedStays"));
        }
        say(said);
    }

    private void say(NewDeviation said) {
        category = said.category();
        event = said.event();
        form = said.form();
        day = said.on();
        description = said.description();
        weight = said.weight();
    }

    void weigh(Weight judged) {
        requireStanding();
        weight = judged;
    }

    /** It is noticed, or by other days than before: how it was judged counts no more. */
    void stand(Finding found, Instant at) {
        weight = null;
        category = found.kind().category();
        event = found.event();
        day = found.on();
        begins = found.from();
        ends = found.until();
        time = found.times().on();
        beginsAt = found.times().from();
        endsAt = found.times().until();
        state = DeviationState.STANDS;
        recordedAt = at;
        endedBy = null;
        endedAt = null;
        endedReason = null;
    }

    private Finding.Times times() {
        return new Finding.Times(time, beginsAt, endsAt);
    }

    boolean tells(Finding found) {
        return Objects.equals(day, found.on())
                && Objects.equals(begins, found.from())
                && Objects.equals(ends, found.until())
                && times().equals(found.times());
    }

    void takeBack(Instant at) {
        end(DeviationState.TAKEN_BACK, null, null, at);
    }

    void makeVoid(String why, String person, Instant at) {
        requireStanding();
        end(DeviationState.VOID, why, person, at);
    }

    /** It counts again. */
    void reinstate() {
        if (state != DeviationState.VOID) {
            throw new Invalid(Sentence.of("deviation", "notVoid"));
        }
        state = DeviationState.STANDS;
        endedBy = null;
        endedAt = null;
        endedReason = null;
    }

    private void end(DeviationState how, String why, String person, Instant at) {
        state = how;
        endedBy = person;
        endedAt = at;
        endedReason = why;
    }

    private void requireStanding() {
        if (state != DeviationState.STANDS) {
            throw new Invalid(Sentence.of("deviation", "standsNoMore"));
        }
    }

    Scope scope() {
        return Scope.of(study, site);
    }

    Optional<Finding.Key> key() {
        return kind == null ? Optional.empty() : Optional.of(new Finding.Key(kind, about));
    }

    DeviationState state() {
        return state;
    }

    /** How it stands, in the few words of the trail. */
    String text() {
        return Stream.of(
                        state,
                        kind == null ? category : kind,
                        about,
                        event,
                        form,
                        moment(day, time),
                        moment(begins, beginsAt),
                        moment(ends, endsAt),
                        weight,
                        description)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String moment(LocalDate date, LocalTime at) {
        return date == null || at == null ? Objects.toString(date, null) : date + " " + at;
    }

    DeviationView view(Telling words) {
        DeviationView.End end = endedAt == null ? null : new DeviationView.End(endedBy, endedAt, endedReason);
        return new DeviationView(
                id,
                site,
                subject,
                kind,
                category,
                words.place(this),
                day,
                description == null ? words.of(this) : description,
                weight,
                state,
                recordedBy,
                recordedAt,
                end);
    }

    String subject() {
        return subject;
    }

    String event() {
        return event;
    }

    String form() {
        return form;
    }

    /** The days and times of what was noticed. */
    Finding finding() {
        return new Finding(kind, about, event, day, begins, ends, times());
    }
}
