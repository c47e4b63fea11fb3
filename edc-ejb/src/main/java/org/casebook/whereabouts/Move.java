package org.casebook.whereabouts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One transfer of a participant from site to site. Written once; the database refuses any change of it. */
@Entity
@Table(name = "subject_move")
public class Move {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subject_move")
    @SequenceGenerator(name = "subject_move", sequenceName = "subject_move_seq", allocationSize = 50)
    private Long id;

    private String study;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "from_site")
    private String left;

    @Column(name = "to_site")
    private String reached;

    @Column(name = "on_date")
    private LocalDate day;

    private String reason;

    @Column(name = "version_id")
    private long versionId;

    private String person;
    private Instant at;

    protected Move() {}

    Move(String study, MoveLine line) {
        this.study = study;
        this.subject = line.subject();
        this.left = line.from();
        this.reached = line.to();
        this.day = line.on();
        this.reason = line.reason();
        this.versionId = line.versionId();
        this.person = line.person();
        this.at = line.at();
    }

    MoveLine toLine() {
        return new MoveLine(subject, left, reached, day, reason, versionId, person, at);
    }
}
