package org.casebook.laboratory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;

/** A reference range of one analyte in one laboratory. Each change makes another version of it. */
@Entity
@Table(schema = "edc", name = "laboratory_range")
class LaboratoryRange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "laboratory_range")
    @SequenceGenerator(
            name = "laboratory_range",
            schema = "edc",
            sequenceName = "laboratory_range_seq",
            allocationSize = 50)
    private Long id;

    private String study;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "laboratory_id")
    private Laboratory laboratory;

    private String analyte;
    private String unit;
    private BigDecimal low;
    private BigDecimal high;
    private String sex;

    @Column(name = "age_from")
    private Integer ageFrom;

    @Column(name = "age_to")
    private Integer ageTo;

    @Enumerated(EnumType.STRING)
    @Column(name = "age_unit")
    private AgeBand.Unit ageUnit;

    @Column(name = "valid_from")
    private LocalDate from;

    @Column(name = "valid_to")
    private LocalDate to;

    private int version;

    protected LaboratoryRange() {}

    LaboratoryRange(String study, Laboratory laboratory, String analyte, RangeDraft.Content content) {
        this.study = study;
        this.laboratory = laboratory;
        this.analyte = analyte;
        this.version = 1;
        take(content);
    }

    /** Says something else from now on; what was judged before stays. */
    void change(RangeDraft.Content content) {
        take(content);
        version++;
    }

    /** Ends it with this day, included. */
    void end(LocalDate last) {
        if (last.isBefore(from)) {
            throw new Invalid(Sentence.of("laboratory", "endsBeforeBegun", from.toString(), last.toString()));
        }
        to = last;
        version++;
    }

    private void take(RangeDraft.Content content) {
        unit = content.unit();
        low = content.low();
        high = content.high();
        sex = content.sex();
        ageFrom = content.ages().from();
        ageTo = content.ages().to();
        ageUnit = content.ages().unit();
        from = content.from();
        to = content.to();
    }

    RangeView toView() {
        LaboratoryView at = laboratory.toView();
        return new RangeView(
                id == null ? 0 : id,
                version,
                at.code(),
                at.name(),
                at.site(),
                analyte,
                unit,
                low,
                high,
                sex,
                new AgeBand(ageFrom, ageTo, ageUnit),
                from,
                to);
    }

    boolean isOf(String place) {
        return laboratory.serves(place);
    }
}
