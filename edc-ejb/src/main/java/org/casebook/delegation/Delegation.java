package org.casebook.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;

/** One line of a site's delegation log. It is never removed: it ends. */
@Entity
@Table(name = "delegation")
public class Delegation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delegation")
    @SequenceGenerator(name = "delegation", sequenceName = "delegation_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;
    private String username;
    private String name;
    private String duties;

    @Column(name = "from_date")
    private LocalDate begins;

    @Column(name = "until_date")
    private LocalDate ends;

    @Column(name = "trained_on")
    private LocalDate trainedOn;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    protected Delegation() {}

    Delegation(Scope place, NewDelegation wanted) {
        this.study = place.study();
        this.site = place.site();
        this.username = wanted.username();
        this.name = wanted.name();
        this.duties = wanted.duties().stream().map(Duty::name).sorted().collect(Collectors.joining(" "));
        this.begins = wanted.from();
        this.trainedOn = wanted.trainedOn();
    }

    void approve(String by, Instant at) {
        if (approvedAt != null) {
            throw new Invalid(Sentence.of("delegation", "approvedAlready", name));
        }
        approvedBy = by;
        approvedAt = at;
    }

    void train(LocalDate on) {
        trainedOn = on;
    }

    void end(LocalDate on) {
        if (ends != null) {
            throw new Invalid(Sentence.of("delegation", "endedAlready", name));
        }
        if (on.isBefore(begins)) {
            throw new Invalid(Sentence.of("delegation", "endsBefore", on.toString(), begins.toString()));
        }
        ends = on;
    }

    DelegationView view() {
        Set<Duty> all = Arrays.stream(duties.split(" ")).map(Duty::valueOf).collect(Collectors.toSet());
        return new DelegationView(id, site, username, name, all, begins, ends, trainedOn, approvedBy, approvedAt);
    }
}
