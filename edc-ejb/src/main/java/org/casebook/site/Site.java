package org.casebook.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/** A site of a study. */
@Entity
@Table(name = "site")
public class Site {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site")
    @SequenceGenerator(name = "site", sequenceName = "site_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String number;
    private String name;

    @Enumerated(EnumType.STRING)
    private SiteStatus status;

    @Column(name = "time_zone")
    private String timeZone;

    protected Site() {}

    /** A planned site: it takes nobody until it is activated. */
    Site(Scope place, String name, ZoneId zone) {
        this.study = place.study();
        this.number = place.site();
        this.name = name;
        this.status = SiteStatus.PLANNED;
        this.timeZone = zone.getId();
    }

    /** From now on participants may be added. */
    void activate() {
        if (status == SiteStatus.ACTIVE || status == SiteStatus.CLOSED) {
            throw new SiteStatusDoesNotAllow(number, status, SiteStatus.ACTIVE);
        }
        status = SiteStatus.ACTIVE;
    }

    /** Nobody new for now; what is documented of those already in goes on. */
    void hold() {
        if (status != SiteStatus.ACTIVE) {
            throw new SiteStatusDoesNotAllow(number, status, SiteStatus.ON_HOLD);
        }
        status = SiteStatus.ON_HOLD;
    }

    void correctZone(ZoneId zone) {
        timeZone = zone.getId();
    }

    String number() {
        return number;
    }

    String name() {
        return name;
    }

    Scope scope() {
        return Scope.of(study, number);
    }

    SiteStatus status() {
        return status;
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    SiteView view(VersionPlan versions, RequestClock clock) {
        return new SiteView(study, number, name, status, zone(), versions, clock.today(zone()));
    }
}
