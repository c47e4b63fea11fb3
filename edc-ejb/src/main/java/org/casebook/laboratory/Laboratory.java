package org.casebook.laboratory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/** A laboratory that measures for a study. */
@Entity
@Table(schema = "edc", name = "laboratory")
class Laboratory {

    private static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "laboratory")
    @SequenceGenerator(name = "laboratory", schema = "edc", sequenceName = "laboratory_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String site;
    private String code;
    private String name;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Laboratory() {}

    Laboratory(String study, LaboratoryView wanted, Instant at) {
        if (wanted.code() == null || !wanted.code().matches("[A-Za-z0-9._-]{1,20}")) {
            throw new Invalid(Sentence.of("laboratory", "badCode", Objects.toString(wanted.code(), "")));
        }
        if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            throw new Invalid(Sentence.of("laboratory", "badName"));
        }
        this.study = study;
        this.site = wanted.site();
        this.code = wanted.code();
        this.name = wanted.name().strip();
        this.addedAt = at;
    }

    Long id() {
        return id;
    }

    /** Whether it measures for this site; null: for any. */
    boolean serves(String place) {
        return site == null || place == null || site.equals(place);
    }

    boolean is(String said) {
        return said != null && code.equalsIgnoreCase(said.strip());
    }

    LaboratoryView toView() {
        return new LaboratoryView(code, name, site);
    }
}
