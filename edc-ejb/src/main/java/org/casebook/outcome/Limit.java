package org.casebook.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A limit that the study uses in place of its file's, from when it was set until the next one of the same rule. Never changed. */
@Entity
@Table(schema = "edc", name = "response_limit")
class Limit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "response_limit")
    @SequenceGenerator(
            name = "response_limit",
            schema = "edc",
            sequenceName = "response_limit_seq",
            allocationSize = 50)
    private Long id;

    private String study;
    private String response;
    private String item;

    @Enumerated(EnumType.STRING)
    private ResponseRule.Kind kind;

    private BigDecimal amount;
    private String source;
    private String reason;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private Instant setAt;

    protected Limit() {}

    Limit(String study, LimitDesk.Wanted wanted, ResponseRule rule, String by, Instant at) {
        this.study = study;
        this.response = wanted.response();
        this.item = rule.item();
        this.kind = rule.kind();
        this.amount = wanted.amount();
        this.source = wanted.source();
        this.reason = wanted.reason();
        this.setBy = by;
        this.setAt = at;
    }

    boolean isOf(String definition, ResponseRule rule) {
        return response.equals(definition) && item.equals(rule.item()) && kind == rule.kind();
    }

    ResponseTable.Own toView() {
        return new ResponseTable.Own(amount, source, reason, setBy, setAt);
    }
}
